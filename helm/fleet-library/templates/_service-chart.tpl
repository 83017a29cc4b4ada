{{/*
Everything that one service needs. The only template that a service's chart calls:

  chart:    the root context of that chart
  port:     the port that the service listens on
  settings: environment variables of this service alone, name to value
*/}}
{{- define "fleet.serviceChart" -}}
{{ include "fleet.configMap" . }}
---
{{ include "fleet.service" . }}
---
{{ include "fleet.headlessService" . }}
---
{{ include "fleet.statefulSet" . }}
{{- with .chart.Values }}
{{- if .serviceAccount.create }}
---
{{ include "fleet.serviceAccount" $ }}
{{- end }}
{{- if .podDisruptionBudget.enabled }}
---
{{ include "fleet.podDisruptionBudget" $ }}
{{- end }}
{{- if .networkPolicy.enabled }}
---
{{ include "fleet.networkPolicy" $ }}
{{- end }}
{{- if .serviceMonitor.enabled }}
---
{{ include "fleet.serviceMonitor" $ }}
{{- end }}
{{- end }}
{{- end }}
