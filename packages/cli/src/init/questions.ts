/** Asks for what the options leave open. */
import { autocomplete, cancel, select, text } from "@clack/prompts";
import { refuse } from "../errors.ts";
import { providers } from "../generated/providers.ts";
import { factsOf } from "../providers.ts";
import type { Plan } from "./plan.ts";

export interface Answers {
  readonly provider?: string;
  readonly account?: string;
  readonly environment?: Plan["environment"];
  readonly journal?: Plan["journal"];
}

const output = process.stderr;

export async function askPlan(given: Answers): Promise<Plan> {
  const name =
    given.provider ??
    (await answer(
      autocomplete({
        message: "Which provider?",
        placeholder: "type its name",
        maxItems: 8,
        options: providers.map(({ name, title }) => ({ value: name, label: title, hint: name })),
        output,
      }),
    ));
  const provider = factsOf(name);
  const account =
    given.account ??
    (await answer(
      text({
        message: "A name for the account? Do not change it later.",
        defaultValue: name,
        placeholder: name,
        output,
      }),
    ));
  const environment: Plan["environment"] =
    given.environment ??
    (await answer<Plan["environment"]>(
      select<Plan["environment"]>({
        message: "Where does it send to?",
        options: [
          { value: "sandbox", label: "the sandbox on this machine", hint: "no account needed" },
          { value: "test", label: `${provider.title}'s test system` },
          { value: "live", label: "live", hint: "real money" },
        ],
        output,
      }),
    ));
  const journal: Plan["journal"] =
    given.journal ??
    (await answer<Plan["journal"]>(
      select<Plan["journal"]>({
        message: "Where are refunds recorded?",
        options: [
          { value: "sqlite", label: "an SQLite file", hint: "one machine" },
          { value: "postgres", label: "Postgres", hint: "several machines" },
        ],
        output,
      }),
    ));
  return { provider, account, environment, journal };
}

async function answer<T extends string>(prompt: Promise<T | symbol>): Promise<T> {
  const value = await prompt;
  if (typeof value === "string") return value;
  cancel("Nothing was written.", { output });
  return refuse("not_confirmed", "Cancelled. Nothing was written.");
}
