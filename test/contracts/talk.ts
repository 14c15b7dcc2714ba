import type { ChatDriver, Participant, Pressable, Shown } from './chatDriver.ts';

type Values = Readonly<Record<string, string>>;

/** A conversation on some platform. Only what somebody really sees can be pressed. */
export class Talk {
  readonly #driver: ChatDriver;

  constructor(driver: ChatDriver) {
    this.#driver = driver;
  }

  get driver(): ChatDriver {
    return this.#driver;
  }

  /** The case of the only report, as its buttons name it. */
  async report(text: string, values: Values = {}): Promise<string> {
    await this.#driver.beginReport('reporter');
    await this.press('reporter', 'report', {}, { text, ...values });
    return this.number('reporter');
  }

  async number(who: Participant): Promise<string> {
    const found = /(?:DP|Ü)-\d{4}-\d{4}/u.exec(await this.read(who))?.[0];
    if (found === undefined) throw new Error(`No number is to be seen: ${await this.read(who)}`);
    return found;
  }

  async press(who: Participant, verb: string, data: Values = {}, inputs: Values = {}, place?: Shown['place']): Promise<void> {
    const button = await this.button(who, verb, data, place);
    if (button === undefined)
      throw new Error(`${who} sees no button ${verb} ${JSON.stringify(data)}; there are ${await this.#buttons(who)}`);
    await button.press(inputs);
  }

  /** The latest that fits. */
  async button(who: Participant, verb: string, data: Values = {}, place?: Shown['place']): Promise<Pressable | undefined> {
    const shown = (await this.#driver.sees(who)).filter((each) => place === undefined || each.place === place);
    return shown
      .flatMap(({ buttons }) => buttons)
      .find((button) => button.verb === verb && Object.entries(data).every(([name, value]) => button.data[name] === value));
  }

  async #buttons(who: Participant): Promise<string> {
    const shown = await this.#driver.sees(who);
    return shown
      .flatMap(({ place, buttons }) => buttons.map(({ verb, data }) => `${place} ${verb} ${data.form ?? data.answer ?? ''}`))
      .join('\n');
  }

  /** All that somebody reads, what came last first. */
  async read(who: Participant, place?: Shown['place']): Promise<string> {
    const shown = (await this.#driver.sees(who)).filter((each) => place === undefined || each.place === place);
    return shown.map(({ text }) => text).join('\n\n');
  }

  /** What answers the last deed. */
  async answer(who: Participant): Promise<Shown> {
    const [answer] = (await this.#driver.sees(who)).filter(({ place }) => place === 'answer');
    if (answer === undefined) throw new Error(`Nothing answers ${who}.`);
    return answer;
  }

  /** Opens the form and sends it off, from wherever the case can be opened. */
  async fill(form: string, inputs: Values): Promise<void> {
    if ((await this.button('officer', 'openForm', { form }, 'answer')) === undefined)
      await this.press('officer', 'openCase', {}, {}, 'office');
    await this.press('officer', 'openForm', { form });
    await this.press('officer', 'submitForm', { form }, inputs, 'answer');
  }

  /** Answers every question that is asked, until none is left; answers which were asked. */
  async triage(facts: Values): Promise<readonly string[]> {
    await this.press('officer', 'triage', {}, {}, 'office');
    const asked: string[] = [];
    for (let question = 0; question < 40; question += 1) {
      const answers = (await this.answer('officer')).buttons.filter(({ verb }) => verb === 'answerFact');
      const [first] = answers;
      if (first === undefined) return asked;
      const fact = first.data.fact ?? '';
      asked.push(fact);
      const offered = (wanted: string | undefined): Pressable | undefined => answers.find(({ data }) => data.answer === wanted);
      await (offered(facts[fact]) ?? offered('unknown') ?? answers.at(-1) ?? first).press();
    }
    throw new Error('The triage does not come to an end.');
  }
}
