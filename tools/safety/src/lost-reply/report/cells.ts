import type { CallResult } from "../call-result.ts";
import type { Level } from "../rule.ts";
import type { Result, Run } from "../run-scenarios.ts";
import { type LostReply, lostReplyNames, type Scenario } from "../scenario.ts";
import type { Subject } from "../subject.ts";

/** The results of one subject, or `failed`, which says why it could not be measured. */
export type Row =
  | Result
  | {
      readonly subject: Pick<Subject, "name" | "package" | "version" | "own">;
      readonly failed: string;
    };

export const measured = (row: Row): row is Result => "verdict" in row;

export const levelTexts: Readonly<Record<Level, string>> = {
  says: "yes",
  codes: "by its codes",
  words: "by its message",
  no: "no",
};

/** The columns between an SDK's name and the last column. */
export const columns = [...lostReplyNames, "key", "called again"] as const;

export type Cells = Readonly<Record<(typeof columns)[number], string>>;

export function cellsOf({ runs, subject, verdict }: Result): Cells {
  const lost = lostReplyNames.map((name) => [
    name,
    `${arrivals(find(runs, name))}: ${levelTexts[verdict.each[name].level]}`,
  ]);
  return {
    ...(Object.fromEntries(lost) as Record<LostReply, string>),
    key: keyByDefault(runs),
    "called again": calledAgain(runs, subject.keyOption),
  };
}

export function find(runs: readonly Run[], scenario: Scenario): Run {
  const run = runs.find((each) => each.scenario === scenario && each.calls === 1);
  if (!run) throw new Error(`${scenario} was not run`);
  return run;
}

/** How many refund requests arrived, and whether they had the same idempotency key. */
export function arrivals({ posts }: Run): string {
  if (posts.length < 2) return String(posts.length);
  if (posts.includes(null)) return `${posts.length}, no key`;
  return new Set(posts).size === 1 ? `${posts.length}, same key` : `${posts.length}, other keys`;
}

/** How many refunds a provider makes that never forgets an idempotency key. */
const possibleRefunds = ({ posts }: Run): number =>
  new Set(posts.filter((key) => key !== null)).size + posts.filter((key) => key === null).length;

/** The idempotency key if the caller passes no optional key. */
function keyByDefault(runs: readonly Run[]): string {
  const calls = runs.filter(
    ({ gaveKey, calls, posts }) => !gaveKey && calls === 1 && posts.length > 0,
  );
  const keys = new Set(calls.flatMap(({ posts }) => posts));
  if (keys.has(null)) return keys.size === 1 ? "none" : "sometimes";
  return keys.size === 1 ? "the caller's" : "new each call";
}

const again = (runs: readonly Run[], gaveKey: boolean) =>
  runs.find((run) => run.calls === 2 && run.gaveKey === gaveKey);

/** How many refunds two calls can make if the first one ends with a reset. */
function calledAgain(runs: readonly Run[], keyOption?: string): string {
  const [bare, keyed] = [again(runs, false), again(runs, true)];
  if (!bare) throw new Error("no run has two calls");
  const refunds = (run: Run) =>
    `${possibleRefunds(run)} refund${possibleRefunds(run) > 1 ? "s" : ""}`;
  return keyed ? `${refunds(bare)}; with ${keyOption}: ${possibleRefunds(keyed)}` : refunds(bare);
}

export const refundsTwice = (runs: readonly Run[]): boolean => {
  const bare = again(runs, false);
  return bare !== undefined && possibleRefunds(bare) > 1;
};

export const sendsAgain = (runs: readonly Run[]): boolean =>
  lostReplyNames.some((name: LostReply) => find(runs, name).posts.length > 1);

/** Long enough to recognize an error. */
const maxTextLength = 140;
const short = (text: string) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > maxTextLength ? `${line.slice(0, maxTextLength)}...` : line;
};

const informativeFields =
  /(^|\.)(name|code|type|rawType|status|statusCode|http_code|because|reason|success)$/;

/** Class names that say nothing. */
const plain = new Set<unknown>(["Object", "Error"]);

/** What the caller got, in one line: the informative fields near the surface, and the message. */
export function resultLine(callResult: CallResult): string {
  if (!("facts" in callResult)) {
    return `${callResult.settled === "never" ? "never settles" : "crashes"}: ${callResult.because}`;
  }
  const { settled, facts } = callResult;
  const { class: kind, message = facts.body } = facts;
  const fields = Object.entries(facts)
    .filter(
      ([path, fact]) => informativeFields.test(path) && path.split(".").length < 3 && fact !== kind,
    )
    .filter(([path, fact]) => !(path.endsWith("name") && plain.has(fact)))
    .map(([path, fact]) => `${path} ${short(String(fact))}`);
  const summary = [...(plain.has(kind) ? [] : [kind]), ...fields.slice(0, 5)].join(", ");
  return `${settled} ${summary}${message ? `: "${short(String(message))}"` : ""}`;
}
