{{/* What to do after an install. Takes the same dictionary as fleet.serviceChart. */}}
{{- define "fleet.notes" -}}
{{- $name := include "fleet.fullname" .chart -}}
{{- $namespace := .chart.Release.Namespace -}}
{{ .chart.Chart.Name }} {{ .chart.Chart.AppVersion }} is being rolled out as {{ $name }}.

Wait until every instance is ready:

  kubectl -n {{ $namespace }} rollout status statefulset/{{ $name }}

Look at it from here:

  kubectl -n {{ $namespace }} port-forward service/{{ $name }} {{ .port }}:{{ .chart.Values.service.port }}
  curl http://localhost:{{ .port }}/health

It talks to Kafka at {{ .chart.Values.kafka.bootstrapServers }}.
{{- end }}
