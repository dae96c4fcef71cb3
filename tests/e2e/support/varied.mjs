// Ten assessments as unlike as they come, as files: what a document looks like is seen on all of them.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './site.mjs';
import { practices, quick } from './questionnaire.mjs';

const version = fs.readFileSync(path.join(root, 'src/catalog/questionnaire.toml'), 'utf8').match(/^version = "(.*)"$/m)[1];
const cuts = fs.readFileSync(path.join(root, 'src/catalog/metrics.toml'), 'utf8').split('[[metric]]').slice(1)
  .map((table) => [table.match(/^id = "(.*)"$/m)[1], table.match(/^cuts = (\[.*\])$/m)]).filter(([, own]) => own)
  .map(([id, own]) => [id, JSON.parse(own[1])]);
const disciplines = ['devops', 'sre', 'platform', 'together'];

/** Each practice with an answer made of its place. */
const answers = (all, make) => Object.fromEntries(all.map(({ id }, n) => [id, make(n)]));
const level = (n) => ({ level: [3, 2, 4, 1, 3, 5, 2, 3][(n * 7) % 8] });
const values = () => Object.fromEntries(cuts.map(([id, own], n) => [id, { value: own[n % 4], source: 'typed', period: '2026-Q3' }]));
const round = (n, name, make) => ({
  id: `r${n}`, name, taken: `2026-0${n * 3}-15T09:00:00Z`, beginsRound: true, questionnaire: { id: 'plumbline', version },
  scope: { mode: 'full', disciplines }, responses: answers(practices, make), measurements: values(),
});
const long = 'Betriebsführungsgesellschaftsdatenverarbeitungssystembereitstellungsverantwortliche';
const names = [`فريق المدفوعات والتسويات البنكية الدولية`, 'भुगतान और निपटान मंच अभियांत्रिकी दल', '支付与结算平台工程团队（亚太区）'];
const cover = { client: 'Acme Holding', consultant: 'Ada Lovelace, Analytical Ltd', summary: 'The team delivers often and recovers fast.\n\nIts platform has no owner. That is what to change first: name one person, give them two days a week, and look again in spring.' };
export const logo = '<svg viewBox="0 0 120 40"><rect width="40" height="40" rx="8" fill="#0f5c6e"/><circle cx="20" cy="20" r="10" fill="#fff"/><text x="48" y="27" font-size="20" font-family="sans-serif">Acme</text></svg>';

const bodies = {
  empty: { team: 'Empty' },
  few: { team: 'Just begun', responses: answers(practices.slice(0, 2), level) },
  'not-applicable': { team: 'Nothing applies', responses: answers(practices, () => ({ notApplicable: 'We run none of this ourselves; another department does.' })) },
  names: {
    team: `${names[0]} 支付`, responses: answers(practices, (n) => (n % 9 ? { ...level(n), note: `${names[n % 3]}: ${long}` } : { notApplicable: names[n % 3] })),
    about: { client: names[1], consultant: names[2], group: long, summary: names.join('\n') },
    actions: names.concat(long).map((what, n) => ({ id: `a${n}`, what, owner: names[(n + 1) % 3], due: '2026-12-31', state: 'doing', horizon: 'now' })),
  },
  actions: {
    team: 'A hundred actions', responses: answers(practices, level), about: { ...cover, logo, summary: `${cover.summary} ${cover.summary} ${cover.summary}` },
    actions: Array.from({ length: 100 }, (_, n) => ({ id: `a${n}`, what: `Action ${n + 1}: agree on an objective and watch it`, owner: ['Ana', 'Ben', 'Cem'][n % 3], due: `2027-0${(n % 9) + 1}-01`, state: ['open', 'doing', 'done', 'dropped'][n % 4], horizon: ['now', 'next', 'later'][n % 3] })),
  },
  quick: { team: 'Quick check', scope: { mode: 'quick', disciplines }, responses: answers(quick, level), about: { ...cover, logo } },
  rounds: {
    team: 'Three rounds', responses: answers(practices, (n) => ({ level: Math.min(5, level(n).level + 1) })), measurements: values(), about: { round: '2026 Q4', ...cover, logo },
    snapshots: [round(1, '2026 Q1', () => ({ level: 2 })), round(2, '2026 Q2', (n) => ({ level: 2 + (n % 2) })), round(3, '2026 Q3', level)],
  },
  workshop: {
    team: 'After a workshop', responses: answers(practices, level),
    workshops: { w1: { began: '2026-11-20T09:00:00Z', title: 'Autumn in the big room', phase: 'finished', people: 7, minutes: 90, each: 5, asksName: true, asksRole: true, names: ['Ana', 'Ben', 'Cem', 'Đorđe'], practices: practices.slice(0, 12).map(({ id }) => id) } },
    outcomes: Object.fromEntries(practices.slice(0, 12).map(({ id }, n) => [`w1/${id}`, { levels: [n % 3, 1, 3 - (n % 3), 1, n % 2], dontKnow: n % 2, notApplicable: 0, settled: 'agreed', ...(n % 4 || { dissent: 'Not at night, and not for the old service.' }), ...(n % 3 || { gap: [{ role: 'development', level: 2 }, { role: 'operations', level: 4 }] }) }])),
  },
  measured: { team: 'All measured', responses: answers(practices, level), measurements: values(), about: { industry: 'retail', size: '20-99' } },
  withheld: { team: 'ZEBRA Unit 7', scope: { mode: 'full', disciplines, platform: 'uses' }, responses: answers(practices, (n) => (n % 5 < 2 ? { ...level(n), note: 'ZEBRA note' } : n % 5 === 2 ? { dontKnow: true } : { between: [2, 3] })), about: { client: 'ZEBRA client', consultant: 'ZEBRA person' } },
};

/** Their files, by name. */
export const varied = Object.entries(bodies).map(([name, body]) => [name, JSON.stringify({
  format: 'plumbline/assessment', version: 1, app: '0.1.0', savedAt: '2026-11-26T09:00:00Z',
  body: { id: `varied-${name}`, questionnaire: { id: 'plumbline', version }, scope: { mode: 'full', disciplines }, responses: {}, measurements: {}, targets: {}, ...body },
})]);
