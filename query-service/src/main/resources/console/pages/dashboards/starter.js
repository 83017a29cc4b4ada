/** A first dashboard, of which one sees at once what there is. */
export const starter = () => ({
  title: 'Product health',
  description: 'An example to change as you like.',
  layout: {
    columns: 12,
    widgets: [
      { id: 'people', type: 'kpi', title: 'Active people today', x: 0, y: 0, w: 3, h: 2, question: { metrics: ['active_users'], granularity: 'day', last: 'P14D' } },
      { id: 'messages', type: 'kpi', title: 'Messages, last 24 hours', x: 3, y: 0, w: 3, h: 2, question: { metrics: ['messages_sent'], granularity: 'hour', last: 'PT24H', compare: 'previous' } },
      { id: 'sessions', type: 'kpi', title: 'Sessions, last 24 hours', x: 6, y: 0, w: 3, h: 2, question: { metrics: ['sessions'], granularity: 'hour', last: 'PT24H', compare: 'previous' } },
      { id: 'failed', type: 'kpi', title: 'Failed payments, last 24 hours', x: 9, y: 0, w: 3, h: 2, question: { metrics: ['payments_failed'], granularity: 'hour', last: 'PT24H', compare: 'previous' } },
      { id: 'events', type: 'chart', title: 'Events by type', x: 0, y: 2, w: 8, h: 5, question: { metrics: ['events'], breakdown: ['type'], granularity: 'hour', last: 'PT24H', limit: 6 }, options: { kind: 'stacked' } },
      { id: 'features', type: 'table', title: 'Features, last 7 days', x: 8, y: 2, w: 4, h: 5, question: { metrics: ['feature_usage'], breakdown: ['properties.feature'], last: 'P7D' } },
      { id: 'onboarding', type: 'funnel', title: 'Onboarding', x: 0, y: 7, w: 6, h: 6, funnel: { name: 'onboarding' } },
      { id: 'back', type: 'retention', title: 'Who comes back', x: 6, y: 7, w: 6, h: 6, retention: { granularity: 'day', periods: 8 } },
    ],
  },
});
