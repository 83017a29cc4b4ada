const FINE = ['minute', 'hour', 'day', 'month'];
const COARSE = ['hour', 'day', 'week', 'month'];
const one = (name, measure, as, dimensions, granularities, additive) => ({ name, builtIn: true, measure, as, dimensions, granularities, additive, description: 'About ' + name });

export const METRICS = [
  one('events', 'count', ['count'], ['type'], FINE, true),
  one('messages_sent', 'count', ['count'], [], FINE, true),
  one('active_users', 'distinct', ['count'], [], COARSE, false),
  one('session_duration', 'avg', ['avg', 'p95', 'count'], [], FINE, false),
  one('feature_usage', 'count', ['count'], ['properties.feature'], FINE, true),
];
