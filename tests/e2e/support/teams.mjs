// Many teams as files, made from the sample's practices: the same ones from the same number.

/** The ids of the practices and metrics that the sample has answers to. */
export async function known(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  const { body } = JSON.parse((await app.download()).text);
  await app.page.getByRole('button', { name: 'Remove the sample' }).click();
  return { practices: Object.keys(body.responses), questionnaire: body.questionnaire };
}

/** What the database holds, but for the sample that `known` has removed. */
export const kept = async (app) => Object.keys(await app.database()).filter((key) => !/:sample(-\w+)?$/.test(key));

/** A small generator, so that each run has the same teams. */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The file of team `n`, with so many snapshots. */
export function team({ practices, questionnaire }, n, { snapshots = 0, about = {}, levels } = {}) {
  const roll = dice(n + 1);
  const responses = () => Object.fromEntries(practices.map((id) => [id, { level: levels?.[id] ?? 1 + roll(5) }]));
  return {
    format: 'plumbline/assessment', version: 1,
    body: {
      id: `team-${n}`, team: `Team ${String(n).padStart(4, '0')}`, questionnaire,
      about: { group: `Group ${n % 3}`, tags: n % 2 ? 'odd' : 'even', respondents: String(2 + (n % 9)), ...about },
      responses: responses(),
      snapshots: Array.from({ length: snapshots }, (_, k) => ({
        id: `s${k}`, name: `Round ${k + 1}`, taken: `202${k % 6}-0${1 + (k % 9)}-01T10:00:00Z`, questionnaire, responses: responses(),
      })),
    },
  };
}
export const file = (body) => ({ name: `${body.body.id}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(body)) });
