// What moderators do all day. Decisions take effect after ten seconds, so what is checked then is checked together at the end.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CRUEL, RUDE, api, care, open, read, serious, submit, until, untilState } from './desk.mjs';

const title = page => page.locator('.case-title').innerText();
const decidedLast = (page, text) => page.locator('.undo-text', { hasText: text }).waitFor();
const toast = (page, text) => page.locator('.toast', { hasText: text }).waitFor();
const shows = (page, id) => page.locator('.case-title', { hasText: id }).waitFor();

describe('the work', () => {
  let approved;
  let rejected;

  before(() => care({ secondLookPercent: 0, goldenPercent: 0 }));

  it('goes claim, one key, undo, decide, next', async () => {
    await submit('chat/1', RUDE);
    await submit('chat/2', RUDE + ', and stupid');
    const page = await open('/');
    await page.keyboard.press('n');
    await page.locator('.case-title').waitFor();
    const first = (await title(page)).includes('chat/1') ? 'chat/1' : 'chat/2';
    const second = first === 'chat/1' ? 'chat/2' : 'chat/1';
    assert.equal(await page.locator('mark.found').first().innerText(), 'idiot1');
    assert.equal(new URL(page.url()).searchParams.get('id'), first);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'case-title');

    await page.keyboard.press('r');
    await shows(page, second);
    await decidedLast(page, 'Rejected for harassment: ' + first);
    assert.equal((await read(first)).state, 'IN_REVIEW');
    await page.keyboard.press('z');
    await shows(page, first);
    assert.equal((await read(first)).handling.held, undefined);

    await page.keyboard.press('a');
    await shows(page, second);
    await page.keyboard.press('2');
    await page.getByText('Nothing waits', { exact: true }).waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    [approved, rejected] = [first, second];
  });

  it('decides many at once, takes them back, and escalates', async () => {
    for (const id of ['b1', 'b2', 'b3']) await submit(id, RUDE);
    const page = await open('/queue');
    await page.locator('tr[data-id]').nth(2).waitFor();
    await page.getByLabel('Choose b1').check();
    await page.getByLabel('Choose b2').check();
    await page.getByRole('button', { name: 'Reject all' }).click();
    await decidedLast(page, 'Rejected: 2 of 2');
    assert.ok((await read('b1')).handling.held);
    await page.getByRole('button', { name: 'Undo' }).click();
    await toast(page, '2 wait again.');
    await untilState('b1', 'PENDING');

    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Escalate all' }).click();
    await toast(page, 'Escalated: 1 of 1');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    await api('lea', 'POST', 'bulk', { step: 'approve', contentIds: ['b1', 'b2', 'b3'] });
  });

  it('lets another moderator decide an appeal, and shows what the author says', async () => {
    await submit('a1', RUDE, 'eve');
    await api('lea', 'POST', 'a1/reject', { category: 'harassment', note: 'An insult.' });
    await api('mia', 'POST', 'a1/appeal', { authorId: 'eve', text: 'It was said to myself.' });
    const own = await open('/appeals', { who: 'lea' });
    await own.getByText('1 against your own rejections').waitFor();
    await own.context().close();

    const page = await open('/appeals');
    await page.getByRole('link', { name: 'a1' }).click();
    await page.locator('.appeal').getByText('It was said to myself.').waitFor();
    await page.getByText('1 strike', { exact: true }).waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.press('o');
    await decidedLast(page, 'The rejection is undone: a1');
    await page.context().close();
  });

  it('veils what is severe until it is asked for', async () => {
    await submit('v1', CRUEL);
    await api('lea', 'POST', 'v1/claim');
    const page = await open('/case?id=v1', { who: 'lea' });
    assert.equal(await page.locator('.veiled').getAttribute('inert'), '');
    await page.keyboard.press('v');
    await page.locator('.veiled.shown').getByText('where you live').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.press('Escape');
    await page.context().close();
  });

  it('asks for a second look that does not know the first, and counts whether they agree', async () => {
    await care({ secondLookPercent: 100 });
    await submit('s1', RUDE);
    await api('max', 'POST', 's1/approve');
    const page = await open('/second-looks');
    await shows(page, 's1');
    assert.equal(await page.getByText('Approved').count(), 0);
    await page.keyboard.press('r');
    await page.getByText('Nothing to look at again').waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    await untilState('s1', 'ESCALATED');
    const { body } = await api('lea', 'GET', 'stats');
    assert.equal(body.quality.moderators.max.secondDiffered, 1);
    await care({ secondLookPercent: 0 });
    await api('lea', 'POST', 's1/approve');
  });

  it('measures moderators with cases that look like any other', async () => {
    await care({ goldenPercent: 100 });
    const { body: made } = await api('lea', 'POST', 'measures', { contentId: 'chat/77', text: RUDE, answer: 'REJECTED' });
    assert.equal(made.state, 'PENDING');
    const page = await open('/');
    await page.keyboard.press('n');
    await shows(page, 'chat/77');
    assert.equal(await page.locator('.chips').getByText('General').count(), 1);
    assert.equal((await api('mia', 'GET', 'chat%2F77')).body.handling.golden, undefined);
    await page.keyboard.press('r');
    await page.getByText('Nothing waits', { exact: true }).waitFor();
    await page.context().close();
    await care({ goldenPercent: 0 });
  });

  it('offers severe cases to others when somebody has seen enough of them', async () => {
    await care({ severePerDay: 1, severePerHour: 1 });
    await submit('e1', CRUEL + ' one');
    await submit('e2', CRUEL + ' two');
    const page = await open('/', { who: 'max' });
    await page.keyboard.press('n');
    await page.locator('.case-title').waitFor();
    await page.keyboard.press('a');
    await page.getByText('Severe cases go to others').waitFor();
    await page.getByText('Take a break').waitFor();
    await page.context().close();
    const { body } = await api('mia', 'POST', 'claim-next');
    assert.ok(['e1', 'e2'].includes(body.contentId));
    await care({ severePerDay: 60, severePerHour: 20 });
  });

  it('has done what was decided, once it could no longer be taken back', async () => {
    await untilState(approved, 'APPROVED');
    await untilState(rejected, 'REJECTED');
    await untilState('a1', 'OVERTURNED');
    const history = (await read(approved)).history.map(line => line.act);
    assert.deepEqual(history, ['submit', 'claim', 'reject-held', 'undo', 'approve-held', 'approve']);
    assert.equal((await read(rejected)).reasons[0].category, 'harassment');
    const { body } = await api('lea', 'GET', 'stats');
    assert.equal(body.quality.moderators.lea.overturned, 1);
    await until(async () => (await api('lea', 'GET', 'stats')).body.quality.moderators.mia?.goldenRight === 1);
    assert.equal((await api('mia', 'GET', 'stats')).body.quality.all.goldenRight, 0);
  });
});
