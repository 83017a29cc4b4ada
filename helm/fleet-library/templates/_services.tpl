{{/* Where clients come in: ready pods only. */}}
{{- define "fleet.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
    fleet.nexusai.com/endpoints: clients
  {{- with .chart.Values.service.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .chart.Values.service.type }}
  selector:
    {{- include "fleet.selectorLabels" .chart | nindent 4 }}
  ports:
    - name: http
      port: {{ .chart.Values.service.port }}
      targetPort: http
{{- end }}

{{/* Where instances find each other, and Prometheus each of them: also those that are not ready yet. */}}
{{- define "fleet.headlessService" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "fleet.headlessName" .chart }}
  namespace: {{ .chart.Release.Namespace }}
  labels:
    {{- include "fleet.labels" .chart | nindent 4 }}
    fleet.nexusai.com/endpoints: instances
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "fleet.selectorLabels" .chart | nindent 4 }}
  ports:
    - name: http
      port: {{ .port }}
      targetPort: http
{{- end }}
