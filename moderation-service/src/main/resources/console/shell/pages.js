export const BRAND = {
  name: 'Review',
  about: 'Where people look at what a program could not decide. Each moderator has a key of their own.',
  keyHint: 'With the scope moderate; leads have lead as well. It stays in this tab.',
};

// Every page, in the order of the navigation. A hidden one is reached from the page that it lies below.
export const PAGES = [
  { name: 'review', title: 'Review', load: () => import('../pages/review/review.js') },
  { name: 'queue', title: 'Queue', load: () => import('../pages/queue/queue.js') },
  { name: 'case', title: 'Case', below: 'queue', hidden: true, load: () => import('../pages/one/one.js') },
  { name: 'appeals', title: 'Appeals', load: () => import('../pages/appeals/appeals.js') },
  { name: 'second-looks', title: 'Second looks', load: () => import('../pages/second/second.js') },
  { name: 'stats', title: 'Statistics', load: () => import('../pages/stats/stats.js'), group: 'Team' },
  { name: 'rules', title: 'Rules', load: () => import('../pages/rules/rules.js') },
];
