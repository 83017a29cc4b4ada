{{- define "fleet.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "fleet.serviceAccountName" .chart }}
  namespace: {{ .chart.Release.Namespace }}
  labels:
    {{- include "fleet.labels" .chart | nindent 4 }}
  {{- with .chart.Values.serviceAccount.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
{{- end }}

{{/* Instances of a service may always reach each other; whoever else may is said in networkPolicy.allowFrom. */}}
{{- define "fleet.networkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "fleet.selectorLabels" .chart | nindent 6 }}
  policyTypes:
    - Ingress
  ingress:
    - ports:
        - port: http
          protocol: TCP
      from:
        - podSelector:
            matchLabels:
              {{- include "fleet.selectorLabels" .chart | nindent 14 }}
        {{- with .chart.Values.networkPolicy.allowFrom }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
{{- end }}
