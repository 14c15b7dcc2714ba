// @ts-check
/** Sends to the server, again and again with the same id, so that nothing is lost and nothing is recorded twice. */

const WAITS_MS = [300, 900, 2000, 4000];

/** What went wrong, by a name for which the page has a sentence. */
export class SendingFailed extends Error {
  /** @param {string} fault */
  constructor(fault) {
    super(fault);
    this.fault = fault;
  }
}

/** @param {number} milliseconds @returns {Promise<void>} */
const wait = (milliseconds) => new Promise((done) => void setTimeout(done, milliseconds));

/** One try: the answer, or `undefined` where it may help to try again. @param {string} path @param {object} body */
async function tryOnce(path, body) {
  let response;
  try {
    response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    return { fault: 'unreachable' };
  }
  if (response.ok) return { answer: await response.json() };
  const { error } = await response.json().catch(() => ({ error: 'failed' }));
  if (response.status < 500) throw new SendingFailed(error);
  return { fault: error };
}

/**
 * @param {string} path
 * @param {object} body carries the id of the press, made once; repeating it is safe
 * @returns {Promise<any>} the answer of the server
 * @throws {SendingFailed} where the server refused, or did not answer in several tries
 */
export async function post(path, body) {
  for (const pause of WAITS_MS) {
    const { answer, fault } = await tryOnce(path, body);
    if (fault === undefined) return answer;
    await wait(pause);
  }
  const { answer, fault } = await tryOnce(path, body);
  if (fault !== undefined) throw new SendingFailed(fault);
  return answer;
}

/** The same for what must not happen twice and carries no id. @param {string} path @param {object} body @returns {Promise<any>} */
export async function postOnce(path, body) {
  const { answer, fault } = await tryOnce(path, body);
  if (fault !== undefined) throw new SendingFailed(fault);
  return answer;
}
