{{/*
Each service keeps its Kafka Streams state on disk and is a static member of its group, so each is a StatefulSet:
the same name and the same disk come back, and nothing is restored that need not be.
*/}}
{{- define "fleet.statefulSet" -}}
{{- $values := .chart.Values -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
spec:
  serviceName: {{ include "fleet.headlessName" .chart }}
  replicas: {{ $values.replicaCount }}
  # instances do not wait for each other; partitions are shared among whoever is there
  podManagementPolicy: Parallel
  updateStrategy:
    type: RollingUpdate
  selector:
    matchLabels:
      {{- include "fleet.selectorLabels" .chart | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "fleet.podLabels" .chart | nindent 8 }}
        {{- with $values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        # a changed setting restarts the pods
        checksum/settings: {{ include "fleet.settings" . | sha256sum }}
        {{- with $values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      {{- include "fleet.podSpec" . | nindent 6 }}
  {{- if $values.persistence.enabled }}
  volumeClaimTemplates:
    {{- include "fleet.volumeClaimTemplates" . | nindent 4 }}
  {{- end }}
{{- end }}
