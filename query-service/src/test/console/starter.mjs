// The console's own example of a dashboard, from the source that is served.
export const { starter } = await import(new URL('../../main/resources/console/pages/dashboards/starter.js', import.meta.url));
