{{- define "fleet.podDisruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
spec:
  maxUnavailable: {{ .chart.Values.podDisruptionBudget.maxUnavailable }}
  selector:
    matchLabels:
      {{- include "fleet.selectorLabels" .chart | nindent 6 }}
{{- end }}

{{- define "fleet.serviceMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
    {{- with .chart.Values.serviceMonitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "fleet.selectorLabels" .chart | nindent 6 }}
      fleet.nexusai.com/endpoints: instances
  endpoints:
    - port: http
      path: /metrics
      interval: {{ .chart.Values.serviceMonitor.interval }}
      scrapeTimeout: {{ .chart.Values.serviceMonitor.scrapeTimeout }}
{{- end }}
