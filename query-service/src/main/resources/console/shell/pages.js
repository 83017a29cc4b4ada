export const BRAND = {
  name: 'Analytics',
  about: 'The numbers belong to a tenant. A key opens them.',
  keyHint: 'With the scope read to look, with admin also to change things. It stays in this tab.',
};

// Every page, in the order of the navigation. `open` pages need no key.
export const PAGES = [
  { name: 'overview', title: 'Overview', load: () => import('../pages/overview/overview.js') },
  { name: 'explore', title: 'Explore', load: () => import('../pages/explore/explore.js') },
  { name: 'funnels', title: 'Funnels', load: () => import('../pages/funnels/funnels.js') },
  { name: 'retention', title: 'Retention', load: () => import('../pages/retention/retention.js') },
  { name: 'users', title: 'Users', load: () => import('../pages/users/users.js') },
  { name: 'live', title: 'Live events', load: () => import('../pages/live/live.js'), group: 'Data' },
  { name: 'rejected', title: 'Rejected', load: () => import('../pages/rejected/rejected.js') },
  { name: 'dashboards', title: 'Dashboards', load: () => import('../pages/dashboards/dashboards.js'), group: 'Yours' },
  { name: 'settings', title: 'Settings', load: () => import('../pages/settings/settings.js') },
  { name: 'shared', title: 'Shared dashboard', load: () => import('../pages/dashboards/shared.js'), open: true },
];
