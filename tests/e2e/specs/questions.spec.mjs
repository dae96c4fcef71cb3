// Going through the questions: start, tasks, a list or one by one, search, check, numbers, profile.
import { test, expect } from '../support/app.mjs';
import { inDimension, practices, quick, title } from '../support/questionnaire.mjs';
import { verdict } from '../support/verdict.mjs';

test('the sample is a click away, says what it is, and is gone in one click', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page.getByText('This team is made up')).toBeVisible();
  expect((await app.tables())[0]).toMatch(/SRE\t\d+/);
  await page.reload();
  await app.heading();
  await app.home();
  await expect(page.getByRole('button', { name: 'See a sample' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Sample: Checkout' }).click();
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.locator('#title')).toHaveText(/^Where does your team stand/);
  await expect(page.getByRole('link', { name: 'Sample: Checkout' })).toHaveCount(0);
  // What was changed in it is not gone with one click.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Sample: Checkout' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.getByRole('link', { name: 'Sample: Checkout' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'See a sample' })).toBeVisible();
});

test('home says how far each is, when it was changed and when it was downloaded', async ({ app, page }) => {
  await app.open();
  await app.start('Facts', { quick: true });
  await app.answer('ci-pipeline', '3 Defined');
  await app.home();
  const row = page.locator('.teams .card').filter({ hasText: 'Facts' });
  const day = await page.evaluate(() => { const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-'); });
  await expect(row).toContainText(`1 of ${quick.length} answered`);
  await expect(row).toContainText(`changed ${day}`);
  await expect(row).toContainText('never downloaded');
  await app.downloadOf('Facts');
  await expect(row).toContainText(`downloaded ${day}`);
  await expect(row).not.toContainText('since');
  await row.getByRole('heading').getByRole('link').click();
  await app.answer('ci-pipeline', '4 Measured');
  await app.home();
  await expect(row).toContainText(`downloaded ${day}, changed since`);
});

test('the map has each question with what it got, and leads on to where one left off', async ({ app, page }) => {
  await app.open();
  await app.start('Tasks');
  const own = practices.filter((practice) => practice.dimension === 'feedback');
  expect(own).toHaveLength(3);
  const [first, second, third] = own.map(({ id }) => title(id));
  const dot = (name, got) => page.getByRole('link', { name: `${name}: ${got}`, exact: true });
  const row = page.locator('.dimension', { has: page.getByRole('link', { name: title('feedback'), exact: true }) });
  await expect(row.locator('.dot')).toHaveCount(3);
  await expect(page.locator('.dot')).toHaveCount(practices.length);
  await dot(first, 'Not answered').click();
  await app.choose('3 Defined');
  await app.place('Assess');
  await expect(dot(first, '3 Defined')).toHaveText('3');
  await page.getByRole('link', { name: `Continue with: ${second}` }).click();
  await app.choose('We don’t know');
  await app.next().click();
  await expect(page.locator(`#form-${own[2].id}`)).toBeVisible();
  await app.choose('Between 3 and 4');
  await app.place('Assess');
  await expect(dot(second, 'We don’t know')).toHaveText('?');
  await expect(dot(third, 'Between 3 and 4')).toHaveText('3½');
  await expect(page.getByText(`3 of ${practices.length} answered`)).toBeVisible();
  // A dimension's name leads to all of its questions.
  await page.getByRole('link', { name: title('slos'), exact: true }).click();
  await expect(page.locator('.form')).toHaveCount(inDimension('slos'));
});

test('the quick check widens to everything and narrows again without losing an answer', async ({ app, page }) => {
  await app.open();
  await app.start('Wide', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.menu('Team and scope');
  await page.getByLabel(/^Everything/).check();
  await app.place('Assess');
  await expect(page.getByText(`1 of ${practices.length} answered`)).toBeVisible();
  await app.answer('shared-ownership', '2 Emerging');
  await app.menu('Team and scope');
  await page.getByLabel(/^Quick check/).check();
  await app.place('Assess');
  await expect(page.getByText(`1 of ${quick.length} answered`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'SRE', level: 2 })).toBeVisible();
  await app.menu('Team and scope');
  await page.getByLabel('SRE', { exact: true }).uncheck();
  await app.place('Assess');
  await expect(page.getByRole('heading', { name: 'DevOps', level: 2 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'SRE', level: 2 })).toHaveCount(0);
  await app.menu('Team and scope');
  for (const name of ['DevOps', 'Platform engineering', 'Across teams']) await page.getByLabel(name, { exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least one discipline' })).toBeVisible();
  await page.reload();
  await app.heading();
  await page.getByLabel(/^Everything/).check();
  for (const name of ['DevOps', 'SRE', 'Platform engineering']) await page.getByLabel(name, { exact: true }).check();
  await app.place('Assess');
  await expect(page.getByText(`2 of ${practices.length} answered`)).toBeVisible();
  await app.menu('Team and scope');
  const named = page.getByRole('button', { name: 'Wider 🙂', exact: true });
  await page.getByLabel('Team', { exact: true }).fill('Wider 🙂');
  await expect(named).toBeVisible();
  await page.getByLabel('Team', { exact: true }).fill('');
  await page.reload();
  await expect(named).toBeVisible();
  await app.place('Assess');
  await expect(page.locator('#title')).toHaveText('Wider 🙂');
});

test('a whole dimension stands on one page for those who like it, and that is remembered', async ({ app, page }) => {
  await app.open();
  await app.start('List');
  await app.practice('slo-targets');
  await page.getByRole('button', { name: `All questions in ${title('slos')}` }).click();
  await expect(page.locator('#title')).toHaveText('Service level objectives');
  const form = (id) => page.locator(`#form-${id}`);
  const profile = await app.peek();
  await form('slo-targets').getByRole('radio', { name: '4 Measured' }).check();
  await form('error-budget-policy').getByRole('radio', { name: '2 Emerging' }).check();
  await expect(form('slo-targets').getByRole('radio', { name: '4 Measured' })).toBeChecked();
  await expect(profile.locator('.row.small').filter({ hasText: 'Service level objectives' }).getByText('50')).toBeVisible();
  // Keys mean the form with the focus; j and k step from form to form, brackets to the next list.
  await page.keyboard.press('j');
  await expect(form('risk-acceptance')).toBeFocused();
  await page.keyboard.press('5');
  await expect(form('risk-acceptance').getByRole('radio', { name: '5 Optimizing' })).toBeChecked();
  await page.keyboard.press('u');
  await expect(form('risk-acceptance').getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press(']');
  await expect(page.locator('#title')).toHaveText('Toil and automation');
  await page.keyboard.press('j');
  await expect(form('toil-measured')).toBeFocused();
  await app.place('Assess');
  await page.getByRole('link', { name: 'Incidents and learning' }).click();
  await expect(page.locator('.form')).toHaveCount(inDimension('incidents'));
  await page.getByRole('button', { name: 'One question at a time' }).click();
  await expect(page.locator('.form')).toHaveCount(1);
});

test('a practice is found by its words, from anywhere with one key', async ({ app, page }) => {
  await app.open();
  await app.start('Find');
  await app.practice('slo-targets');
  await page.keyboard.press('/');
  await expect(page.locator('#find')).toBeFocused();
  await page.keyboard.type('Postmortem');
  await expect(page.locator('.tasks a').filter({ hasText: /postmortem/i }).first()).toBeVisible();
  await page.locator('#find').fill('zzzz');
  await expect(page.getByText('Nothing asked here has that')).toBeVisible();
  await page.locator('#find').fill('toil');
  await page.locator('.tasks a').first().click();
  await expect(page.locator('.form')).toBeVisible();
});

test('check answers shows what is open, unknown, left out and at odds; each is one click away and back', async ({ app, page }) => {
  await app.open();
  await app.start('Check');
  const open = practices.length - 4;
  await app.answer('slo-targets', '1 Initial');
  await app.answer('error-budget-policy', '4 Measured');
  await app.answer('toil-measured', 'We don’t know');
  await app.answer('self-service-provisioning', 'Does not apply to us');
  await page.getByLabel('Why does it not apply?').fill('<i>No services</i> of our own');
  await app.menu('Check answers');
  const section = (name) => page.getByRole('heading', { name }).locator('..');
  await expect(section(`Not answered (${open})`).getByRole('listitem')).toHaveCount(open);
  await expect(section('We don’t know (1)').getByRole('listitem')).toHaveCount(1);
  await expect(section('Does not apply (1)')).toContainText('<i>No services</i> of our own');
  const odds = section(/^Answers to look at together \(\d+\)/);
  await odds.getByRole('link').first().click();
  await expect(page.locator('.form')).toBeVisible();
  await page.getByRole('link', { name: 'Back to check answers' }).click();
  await section(`Not answered (${open})`).getByRole('link').first().click();
  await app.choose('2 Emerging');
  await page.goBack();
  await expect(section(`Not answered (${open - 1})`)).toBeVisible();
});

test('numbers are understood as people write them, with the period that they cover', async ({ app, page }) => {
  await app.open();
  await app.start('Numbers');
  await app.menu('Measurements');
  const metric = (name) => page.locator('.measurement').filter({ has: page.getByLabel(name, { exact: true }) });
  await page.getByLabel('Change lead time', { exact: true }).fill('2 days');
  await expect(metric('Change lead time').locator('.band')).toContainText('48 h · 4 Measured');
  await page.getByLabel('Period', { exact: true }).selectOption('Another period');
  await page.getByLabel('Which', { exact: true }).fill('2026-Q3');
  await page.getByLabel('Period: Change lead time').fill('2026-Q3');
  await page.getByLabel('Change fail rate', { exact: true }).fill('12 %');
  await expect(page.getByLabel('Period: Change fail rate')).toHaveValue('2026-Q3');
  for (const [typed, said] of [['abc', 'Please write a number'], ['1e308', 'Please write a number'], ['3 h', 'measured in %'], ['120', 'must be 0 to 100']]) {
    await page.getByLabel('Change fail rate', { exact: true }).fill(typed);
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(metric('Change fail rate').locator('.band')).toHaveText('Keeping 12 %.');
  }
  const file = JSON.parse((await app.download()).text);
  expect(file.body.measurements).toEqual({
    'change-fail-rate': { value: 12, period: '2026-Q3', source: 'typed' },
    'change-lead-time': { value: 48, period: '2026-Q3', source: 'typed' },
  });
});

test('calculators turn counts into numbers and objectives into budgets', async ({ app, page }) => {
  await app.open();
  await app.start('Counts');
  await app.menu('Measurements');
  await page.locator('.more-metrics').evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
  for (const [name, part, whole, value] of [
    ['Share of toil', ['Hours of toil', '30'], ['Working hours of the team', '160'], '18.75'],
    ['Deployment frequency', ['Deployments to production', '26'], ['Weeks in which you counted', '4'], '6.5'],
    [title('platform-adoption'), ['Services on its delivery path', '12'], ['Eligible services', '40'], '30'],
  ]) {
    const metric = page.locator('.measurement').filter({ has: page.getByLabel(name, { exact: true }) });
    await metric.getByText('Work it out from counts').click();
    await metric.getByLabel(part[0]).fill(part[1]);
    await metric.getByLabel(whole[0]).fill('0');
    await expect(metric.locator('.sum output')).toContainText('more than 0');
    await metric.getByLabel(whole[0]).fill(whole[1]);
    await expect(metric.locator('.sum output')).toContainText(value);
    await metric.getByRole('button', { name: 'Use this number' }).click();
    await expect(page.getByLabel(name, { exact: true })).toHaveValue(value);
  }
  await page.getByText('What does an objective allow?').click();
  await expect(page.getByText('40 min 19 s of complete outage')).toBeVisible();
  await page.getByLabel('Objective, in %').fill('99,5 %');
  await expect(page.getByText('3 h 22 min of complete outage')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Wake someone' }).first()).toContainText('14.4');
  await page.getByLabel('Objective, in %').fill('100');
  await expect(page.getByText('an objective above 0 and below 100')).toBeVisible();
  const file = JSON.parse((await app.download()).text);
  expect(file.body.measurements['toil-share']).toMatchObject({ value: 18.75, source: 'computed' });
});

test('on a phone the profile stands behind the question, folded, and opens', async ({ app, page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await app.open();
  await app.start('Phone', { quick: true });
  await app.answer('ci-pipeline', '3 Defined');
  await expect(page.locator('.profile .devops')).toBeHidden();
  const profile = await app.peek();
  await profile.locator('.devops').scrollIntoViewIfNeeded();
  await expect(profile.locator('.devops')).toBeInViewport();
  // What is looked at covers neither the levels nor the way on.
  await app.choice('5 Optimizing').click({ trial: true });
  await app.next().click({ trial: true });
});

test('the score changes in the frame of the click', async ({ app, page }) => {
  await app.open();
  await app.start('Frame', { quick: true });
  for (const id of ['ci-pipeline', 'deployment-automation', 'security-in-pipeline']) await app.answer(id, '3 Defined');
  // A frame's callbacks run before it is painted: what stands there then is what one sees first.
  await expect((await app.peek()).locator('.devops')).toBeVisible();
  const seen = await page.evaluate(() => new Promise((done) => {
    const text = () => document.querySelector('.profile .devops .reading').textContent;
    const before = text();
    document.querySelector('input[value="5"]').click();
    requestAnimationFrame(() => done([before, text()]));
  }));
  expect(seen).toEqual(['50', '67']);
});

test('the score is read aloud once answers rest, and not before', async ({ app, page }) => {
  await page.clock.install();
  await app.open();
  await app.start('Spoken', { quick: true });
  await app.practice('ci-pipeline');
  await page.evaluate(() => {
    window.spoken = [];
    const spoken = document.querySelector('.aside > .spoken');
    new MutationObserver(() => window.spoken.push(spoken.textContent)).observe(spoken, { childList: true, characterData: true, subtree: true });
  });
  // However long the keys take on a busy machine, for the page it is no time at all.
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const key of ['1', '2', '3', '4', '5', '3']) await page.keyboard.press(key);
  await expect(app.choice('3 Defined')).toBeChecked();
  await expect(page.locator('.aside > .spoken')).toBeEmpty();
  await page.clock.runFor(60_000);
  await expect(page.locator('.aside > .spoken')).toContainText('DevOps: Too early to say');
  expect(await page.evaluate(() => window.spoken.length)).toBe(1);
});

test('pasted megabytes, odd letters and long words are bounded and shown safely', async ({ app, page }) => {
  await app.open();
  const name = 'עברית <img src=x onerror=alert(1)> 🙂\u0007 ' + 'W'.repeat(60);
  await page.getByLabel('Team', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Start quick check' }).click();
  await app.goTo('');
  await expect(page.locator('#title')).toContainText('עברית <img src=x onerror=alert(1)> 🙂');
  await app.practice('ci-pipeline');
  await page.getByText('Note, evidence and target').click();
  // As a paste does that goes around the field's own limit.
  const area = page.getByLabel('Note', { exact: true });
  await area.evaluate((field) => { field.value = 'x'.repeat(3_000_000); field.dispatchEvent(new Event('input', { bubbles: true })); });
  await app.choose('3 Defined');
  await page.reload();
  await app.heading();
  expect((await area.inputValue()).length).toBe(4000);
  await expect(app.choice('3 Defined')).toBeChecked();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const again = await app.download();
  await app.home();
  await app.importText(again.text);
  await expect(page.getByText('was here already')).toBeVisible();
});

test('a team that uses a platform is not asked what only those who run it know, and comes back to all', async ({ app, page }) => {
  await app.open();
  await page.getByText('Adjust', { exact: true }).click();
  await page.getByLabel('We use a platform', { exact: true }).check();
  await app.start('Sides');
  const theirs = practices.filter((practice) => practice.side === 'provider');
  await expect(page.getByText(`0 of ${practices.length - theirs.length} answered`)).toBeVisible();
  await app.practice(practices.find((practice) => practice.side === 'user').id);
  await expect(page.getByText('For a team that uses the platform.')).toBeVisible();
  // How to answer elsewhere stands beside the question, too.
  await app.practice('sli-definition');
  await page.getByText('In other kinds of work').click();
  await expect(page.locator('details[open] dt').first()).toBeVisible();
  await app.menu('Team and scope');
  await expect(page.getByLabel('We use a platform', { exact: true })).toBeChecked();
  await page.getByLabel('Both, or there is none yet').check();
  await app.place('Assess');
  await expect(page.getByText(`0 of ${practices.length} answered`)).toBeVisible();
  await app.menu('Team and scope');
  await page.getByLabel('We run a platform', { exact: true }).check();
  await app.saved();
  await page.reload();
  await app.heading();
  const { body } = JSON.parse((await app.download()).text);
  expect(body.scope.platform).toBe('runs');
  await app.practice(theirs[0].id);
  await expect(page.getByText('For the team that runs the platform.')).toBeVisible();
});

test('a team that says its industry and size sees their published means beside its own number', async ({ app, page }) => {
  await app.open();
  await app.start('Peers');
  await app.measure({ 'Change fail rate': '12' });
  await app.goTo('results');
  await expect(page.locator('main')).toContainText(/mean of all industries, \d{4}: about \d+ % of changes fail/);
  await app.menu('Team and scope');
  await page.getByLabel('Industry').selectOption('Financial services');
  await page.getByLabel('Size of the organisation').selectOption('100 to 499 employees');
  await app.saved();
  await page.reload();
  await app.goTo('results');
  for (const whose of ['Financial services', '100 to 499 employees']) await expect(page.locator('main')).toContainText(new RegExp(`mean of “${whose}”, \\d{4}: about \\d+ % of changes fail`));
  const { body } = JSON.parse((await app.download()).text);
  expect(body.about).toEqual({ industry: 'financial-services', size: '100-499' });
});
