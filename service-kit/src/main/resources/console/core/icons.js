import { svg } from './dom.js';

const PATHS = {
  overview: 'M3 13h4v7H3zM10 4h4v16h-4zM17 9h4v11h-4z',
  explore: 'M3 18l6-7 4 4 8-10M15 5h6v6',
  funnels: 'M3 5h18l-7 8v6l-4 2v-8z',
  retention: 'M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM4 16h4v4H4z',
  users: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500',
  live: 'M12 12h.01M8 16a5.700 5.700 0 0 1 0-8M16 8a5.700 5.700 0 0 1 0 8M5 19a10 10 0 0 1 0-14M19 5a10 10 0 0 1 0 14',
  rejected: 'M12 3l9.500 17h-19zM12 10v4M12 17h.01',
  dashboards: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4.500v5M8 14.500v5',
  theme: 'M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z',
  docs: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h6M9 17h6',
  key: 'M15 9a4 4 0 1 1-4 4M12 12l-8 8M6 18l2 2M9 15l2 2',
  menu: 'M4 7h16M4 12h16M4 17h16',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4.500v15l12-7.500z',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  review: 'M12 3l8 3v6c0 4.500-3.200 7.700-8 9-4.800-1.300-8-4.500-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  queue: 'M4 6h16M4 12h16M4 18h10',
  appeals: 'M12 4v16M5 8h14M7 8l-3 6a3.200 3.200 0 0 0 6 0zM17 8l-3 6a3.200 3.200 0 0 0 6 0zM8 20h8',
  'second-looks': 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  stats: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  rules: 'M6 3h9l4 4v14H6zM9 9h4M9 13h7M9 17h7',
  show: 'M2.500 12s3.500-6.500 9.500-6.500 9.500 6.500 9.500 6.500-3.500 6.500-9.500 6.500-9.500-6.500-9.500-6.500zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  hide: 'M4 4l16 16M9.500 5.900A9.700 9.700 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-3 3.700M6 7.500A16 16 0 0 0 2.500 12s3.500 6.500 9.500 6.500c1.500 0 2.900-.4 4-1M10 10a3 3 0 0 0 4 4',
  back: 'M15 5l-7 7 7 7',
};

export const icon = name =>
  svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }));
