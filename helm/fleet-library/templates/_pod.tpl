{{- define "fleet.podSpec" -}}
{{- $values := .chart.Values -}}
serviceAccountName: {{ include "fleet.serviceAccountName" .chart }}
automountServiceAccountToken: false
# Kubernetes would otherwise add a KAFKA_… or REDIS_… variable for each service of that name
enableServiceLinks: false
terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
{{- with $values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- include "fleet.scheduling" . }}
containers:
  {{- include "fleet.container" . | nindent 2 }}
volumes:
  {{- include "fleet.volumes" . | nindent 2 }}
{{- end }}

{{- define "fleet.container" -}}
{{- $values := .chart.Values -}}
- name: {{ .chart.Chart.Name }}
  image: {{ include "fleet.image" .chart }}
  imagePullPolicy: {{ $values.image.pullPolicy }}
  ports:
    - name: http
      containerPort: {{ .port }}
  envFrom:
    - configMapRef:
        name: {{ include "fleet.fullname" .chart }}
  env:
    {{- include "fleet.environment" . | nindent 4 }}
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  {{- include "fleet.probes" $values.probes | nindent 2 }}
  lifecycle:
    preStop:
      # time for the endpoints to forget this pod, before it stops to answer
      sleep:
        seconds: {{ $values.preStopSeconds }}
  resources:
    {{- toYaml $values.resources | nindent 4 }}
  volumeMounts:
    {{- include "fleet.volumeMounts" . | nindent 4 }}
{{- end }}

{{/* A service that restores its state is alive, but not ready. */}}
{{- define "fleet.probes" -}}
startupProbe:
  {{- include "fleet.probe" (list "/health/liveness" .startup) | nindent 2 }}
livenessProbe:
  {{- include "fleet.probe" (list "/health/liveness" .liveness) | nindent 2 }}
readinessProbe:
  {{- include "fleet.probe" (list "/health/readiness" .readiness) | nindent 2 }}
{{- end }}

{{- define "fleet.probe" -}}
httpGet:
  path: {{ index . 0 }}
  port: http
{{- with index . 1 }}
periodSeconds: {{ .periodSeconds }}
timeoutSeconds: {{ .timeoutSeconds }}
failureThreshold: {{ .failureThreshold }}
{{- end }}
{{- end }}
