{{- define "fleet.dataDir" -}}
/var/lib/fleet
{{- end }}

{{- define "fleet.kafkaStorePath" -}}
/etc/fleet/{{ .store }}/{{ .key }}
{{- end }}

{{/* The root file system is read-only; native libraries are unpacked to /tmp. */}}
{{- define "fleet.volumeMounts" -}}
- name: state
  mountPath: {{ include "fleet.dataDir" . }}
- name: tmp
  mountPath: /tmp
{{- range $store := list "truststore" "keystore" }}
{{- if (get $.chart.Values.kafka $store).existingSecret }}
- name: {{ $store }}
  mountPath: /etc/fleet/{{ $store }}
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "fleet.volumes" -}}
- name: tmp
  emptyDir: {}
{{- range $store := list "truststore" "keystore" }}
{{- with get $.chart.Values.kafka $store }}
{{- if .existingSecret }}
- name: {{ $store }}
  secret:
    secretName: {{ .existingSecret }}
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}
{{- end }}
{{- end }}
{{- if not .chart.Values.persistence.enabled }}
- name: state
  emptyDir: {}
{{- end }}
{{- end }}

{{- define "fleet.volumeClaimTemplates" -}}
- metadata:
    name: state
    labels:
      {{- include "fleet.selectorLabels" .chart | nindent 6 }}
  spec:
    accessModes:
      - ReadWriteOnce
    {{- with .chart.Values.persistence }}
    {{- with .storageClass }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ .size }}
    {{- end }}
{{- end }}
