{{/* The settings that are no secret. A setting without a value is left out, so that the service's own default holds. */}}
{{- define "fleet.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "fleet.metadata" .chart | nindent 2 }}
data:
  {{- include "fleet.settings" . | trim | nindent 2 }}
{{- end }}

{{- define "fleet.settings" -}}
{{- $values := .chart.Values }}
{{- $settings := dict
  "HTTP_PORT" .port
  "HTTP_MAX_BODY_BYTES" $values.http.maxBodyBytes
  "HTTP_CORS_ORIGINS" $values.http.corsOrigins
  "STATE_DIR" (printf "%s/state" (include "fleet.dataDir" .))
  "LOG_LEVEL" $values.log.level
  "LOG_FORMAT" $values.log.format
  "KAFKA_BOOTSTRAP_SERVERS" $values.kafka.bootstrapServers
  "KAFKA_SECURITY_PROTOCOL" $values.kafka.securityProtocol
  "KAFKA_SASL_MECHANISM" $values.kafka.sasl.mechanism
  "TOPICS_CREATE" $values.topics.create
  "TOPICS_PARTITIONS" $values.topics.partitions
  "TOPICS_REPLICATION" $values.topics.replication
  "STREAMS_THREADS" $values.streams.threads
  "STREAMS_COMMIT_INTERVAL_MS" $values.streams.commitIntervalMs
  "STREAMS_STANDBY_REPLICAS" $values.streams.standbyReplicas
  "STREAMS_SESSION_TIMEOUT_MS" $values.streams.sessionTimeoutMs
  "STREAMS_LEAVE_ON_STOP" $values.streams.leaveOnStop
  "STREAMS_ROCKSDB_BYTES" $values.streams.rocksDbBytes
  "STREAMS_CACHE_BYTES" $values.streams.cacheBytes
  "STREAMS_PROBING_INTERVAL_MS" $values.streams.probingIntervalMs
  "AUTH_JWKS_URL" $values.auth.jwt.jwksUrl
  "AUTH_JWT_ALGORITHM" $values.auth.jwt.algorithm
  "AUTH_JWT_ISSUER" $values.auth.jwt.issuer
  "AUTH_JWT_AUDIENCE" $values.auth.jwt.audience
}}
{{- range $store := list "truststore" "keystore" }}
{{- with get $values.kafka $store }}
{{- if .existingSecret }}
{{- $prefix := printf "KAFKA_SSL_%s" (upper $store) }}
{{- $_ := set $settings (printf "%s_LOCATION" $prefix) (include "fleet.kafkaStorePath" (dict "store" $store "key" .key)) }}
{{- $_ := set $settings (printf "%s_TYPE" $prefix) .type }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.clickhouse }}
{{- $_ := merge $settings (dict "CLICKHOUSE_URL" .url "CLICKHOUSE_USER" .user "CLICKHOUSE_DATABASE" .database) }}
{{- end }}
{{- with $values.redis }}
{{- if not .existingSecret }}
{{- $_ := set $settings "REDIS_URL" .url }}
{{- end }}
{{- end }}
{{- range $name, $value := merge $settings .settings }}
{{- include "fleet.setting" (list $name $value) }}
{{- end }}
{{- end }}

{{/* YAML reads numbers as floats, and a float prints as 8.64e+07 */}}
{{- define "fleet.setting" -}}
{{- $name := index . 0 }}
{{- $value := index . 1 }}
{{- if kindIs "float64" $value }}
{{- $value = int64 $value }}
{{- end }}
{{- if not (or (kindIs "invalid" $value) (eq (toString $value) "")) }}
{{ $name }}: {{ $value | toString | quote }}
{{- end }}
{{- end }}
