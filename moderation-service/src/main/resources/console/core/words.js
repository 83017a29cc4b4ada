// What the API's words are called when people read them.
import { words } from './format.js';

const CATEGORIES = {
  hate: 'Hate', harassment: 'Harassment', sexual: 'Sexual', 'sexual/minors': 'Sexual, minors', violence: 'Violence', 'self-harm': 'Self-harm',
  illegal: 'Illegal', spam: 'Spam', 'personal-data': 'Personal data', unseen: 'Not seen',
};
/** What a rejection may be for, in the order of the number keys. */
export const FAULTS = ['hate', 'harassment', 'sexual', 'sexual/minors', 'violence', 'self-harm', 'illegal', 'spam', 'personal-data'];

const ACTS = {
  submit: 'Came in and was scored', claim: 'Claimed', 'claim-lapsed': 'The claim ran out', skip: 'Skipped', reassign: 'Given to somebody else', escalate: 'Escalated',
  approve: 'Approved', reject: 'Rejected', uphold: 'Rejection upheld', overturn: 'Rejection overturned', undo: 'Decision taken back',
  'approve-held': 'Approved, could still be taken back', 'reject-held': 'Rejected, could still be taken back',
  'uphold-held': 'Upheld, could still be taken back', 'overturn-held': 'Overturned, could still be taken back',
  'second-approve': 'Second look: would approve', 'second-reject': 'Second look: would reject',
  report: 'Reported by a user', appeal: 'Appealed by the author', overdue: 'Became overdue', expire: 'Given up, nobody decided', measure: 'Made to measure', verdict: 'A provider has looked', 'no-verdict': 'No provider answered',
};

const STATES = {
  PENDING: ['', 'Waits'], IN_REVIEW: ['accent', 'In review'], APPROVED: ['good', 'Approved'], REJECTED: ['bad', 'Rejected'], ESCALATED: ['warn', 'Waits for a lead'],
  APPEALED: ['warn', 'Appealed'], UPHELD: ['bad', 'Rejection upheld'], OVERTURNED: ['good', 'Rejection overturned'], EXPIRED: ['', 'Given up'],
};

const ACTIONS = {
  NONE: 'Nothing', CONTENT_DELETED: 'Delete the content', USER_WARNED: 'Warn the author', USER_SUSPENDED: 'Suspend the author',
  USER_BANNED: 'Ban the author', REPORTED_TO_AUTHORITIES: 'Report to the authorities and keep the evidence',
};

export const category = name => CATEGORIES[name] || words(name);
export const deed = name => ACTS[name] || words(name.replaceAll('-', ' '));
export const state = name => STATES[name] || ['', words(name)];
export const action = name => ACTIONS[name] || words(name);
export const ACTION_CHOICES = Object.entries(ACTIONS).filter(([name]) => name !== 'NONE');

const QUEUES = { default: 'General', escalations: 'Escalations', appeals: 'Appeals', 'second-looks': 'Second looks' };
export const queue = name => QUEUES[name] || words(name.replaceAll('-', ' '));

/** The gravest category, with how strongly it spoke. */
export function gravest(one) {
  const strongest = Object.entries(one.categories).sort((a, b) => b[1] - a[1])[0];
  return strongest ? { name: strongest[0], strength: strongest[1] } : null;
}
