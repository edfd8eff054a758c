import { patienceMs } from "../attempt.ts";
import { type Level, levels } from "../rule.ts";
import { type Result, shortTimeoutMs } from "../run-scenarios.ts";
import { controls, lostReplies } from "../scenario.ts";
import { levelTexts, measured, type Row, refundsTwice, sendsAgain } from "./cells.ts";

export const summaryHead: readonly string[] = [
  "",
  "measured",
  ...levels.map((level) => `recognizable: ${levelTexts[level]}`),
  "sent again automatically",
  "refund twice if called again",
];

/** Published SDKs, or the providers of this repo: how many of them. */
export interface Group {
  readonly name: string;
  readonly measured: number;
  readonly recognizable: Readonly<Record<Level, number>>;
  readonly sentAgain: number;
  /** Two refunds if the call is made once more. */
  readonly twice: number;
}

export const groupsOf = (rows: readonly Row[]): Group[] =>
  [false, true].flatMap((own) => {
    const results = rows.filter((row) => row.subject.own === own).filter(measured);
    const count = (which: (result: Result) => boolean) => results.filter(which).length;
    const ofLevel = (level: Level) => count(({ verdict }) => verdict.level === level);
    const recognizable = Object.fromEntries(levels.map((level) => [level, ofLevel(level)]));
    const group: Group = {
      name: own ? "providers of this repo" : "published SDKs",
      measured: results.length,
      recognizable: recognizable as Group["recognizable"],
      sentAgain: count(({ runs }) => sendsAgain(runs)),
      twice: count(({ runs }) => refundsTwice(runs)),
    };
    return results.length === 0 ? [] : [group];
  });

export const summary = (groups: readonly Group[]): string[][] =>
  groups.map(({ name, measured, recognizable, sentAgain, twice }) => [
    name,
    ...[measured, ...levels.map((level) => recognizable[level]), sentAgain, twice].map(String),
  ]);

/** Explains the scenarios, the columns and the levels, as titled lists. */
export const legend: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "In these scenarios, the refund arrives and the reply is lost. The provider",
    Object.entries(lostReplies),
  ],
  ["In these scenarios, the outcome is certain. The provider", Object.entries(controls)],
  [
    "A cell has the number of refund requests that arrived, and whether a program can recognize the lost reply, so that it is not taken for a certain outcome",
    [
      [
        levelTexts.says,
        "one field has the same value for every lost reply, and another value for every certain outcome",
      ],
      [
        levelTexts.codes,
        "a class, code, status or flag differs from every certain outcome, anywhere in the result or error",
      ],
      [levelTexts.words, "only text for people differs (a value that contains a space)"],
      [
        levelTexts.no,
        "the result is the same as for a certain outcome, or is a success, or the call never settles",
      ],
    ],
  ],
  [
    "The other columns",
    [
      [
        "key",
        "the idempotency key if the caller passes no optional key; `the caller's`: the SDK requires a key",
      ],
      [
        "called again",
        "after a reset, the same call is made once more: how many refunds a provider makes that never forgets a key; " +
          "`with`: the same with a key in the named option",
      ],
      ["recognizable?", "the worst cell of the row; `yes` only if every cell is `yes`"],
    ],
  ],
];

export const notes: readonly string[] = [
  "Fields are compared three levels deep. A field that differs between two runs of the same certain scenario (a date, a random id) is ignored.",
  `If a call does not settle within ${patienceMs / 1000} s, \`hang\` is run again with the SDK's timeout set to ${shortTimeoutMs / 1000} s, if it has such an option.`,
  "All connections go to the fault server, over TLS. SDKs use their real addresses, but never reach them.",
];
