{{/* What is not in the ConfigMap: who this instance is, how large its JVM, and references to secrets. */}}
{{- define "fleet.environment" -}}
{{- $values := .chart.Values -}}
# the pod's name outlives the pod: a restarted instance is the same member of its Kafka group
- name: INSTANCE_ID
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: ADVERTISED_SERVER
  value: $(INSTANCE_ID).{{ include "fleet.headlessName" .chart }}:{{ .port }}
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "-XX:MaxRAMPercentage=%v %s" $values.jvm.maxRamPercentage $values.jvm.options | trim | quote }}
{{- with $values.kafka.sasl }}
{{- include "fleet.secret" (list "KAFKA_SASL_JAAS_CONFIG" .existingSecret .existingSecretKey) }}
{{- end }}
{{- with $values.kafka.truststore }}
{{- include "fleet.secret" (list "KAFKA_SSL_TRUSTSTORE_PASSWORD" .existingSecret .passwordKey) }}
{{- end }}
{{- with $values.kafka.keystore }}
{{- include "fleet.secret" (list "KAFKA_SSL_KEYSTORE_PASSWORD" .existingSecret .passwordKey) }}
{{- end }}
{{- with $values.auth.jwt }}
{{- include "fleet.secret" (list "AUTH_JWT_SECRET" .existingSecret .existingSecretKey) }}
{{- end }}
{{- with $values.clickhouse }}
{{- include "fleet.secret" (list "CLICKHOUSE_PASSWORD" .existingSecret .existingSecretKey) }}
{{- end }}
{{- with $values.redis }}
{{- include "fleet.secret" (list "REDIS_URL" .existingSecret .existingSecretKey) }}
{{- end }}
{{- with $values.ingest }}
{{- with .privacySecret }}
{{- include "fleet.secret" (list "INGEST_PRIVACY_SECRET" .existingSecret .existingSecretKey) }}
{{- end }}
{{- end }}
{{- with $values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A variable from an existing secret; nothing where no secret, or no key of it, is named. */}}
{{- define "fleet.secret" -}}
{{- if and (index . 1) (index . 2) }}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}
{{- end }}
