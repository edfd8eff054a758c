import { patienceMs } from "../attempt.ts";
import { levels } from "../rule.ts";
import { type Result, shortTimeoutMs } from "../run-scenarios.ts";
import { controls, lostReplies } from "../scenario.ts";
import { levelTexts, measured, type Row, refundsTwice, sendsAgain } from "./cells.ts";

export const summaryHead: readonly string[] = [
  "",
  "measured",
  ...levels.map((level) => `told: ${levelTexts[level]}`),
  "sent it again by themselves",
  "refund twice when called again",
];

/** The figures, each counted from the rows: one line for published SDKs, one for the providers of this repo. */
export function summary(rows: readonly Row[]): string[][] {
  return [false, true].flatMap((own) => {
    const results = rows.filter((row) => row.subject.own === own).filter(measured);
    if (results.length === 0) return [];
    const count = (which: (result: Result) => boolean) => String(results.filter(which).length);
    return [
      [
        own ? "providers of this repo" : "published SDKs",
        String(results.length),
        ...levels.map((level) => count(({ verdict }) => verdict.level === level)),
        count(({ runs }) => sendsAgain(runs)),
        count(({ runs }) => refundsTwice(runs)),
      ],
    ];
  });
}

/** What the provider does, what the columns say, and the rule behind the last one, as titled lists. */
export const legend: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ["The refund arrives, and the reply is lost. The provider", Object.entries(lostReplies)],
  ["What happened is certain. The provider", Object.entries(controls)],
  [
    "A cell is how many refund requests arrived, and whether a program can tell the lost reply from everything certain",
    [
      [
        levelTexts.says,
        "one field has one and the same value for every lost reply, and another for everything certain",
      ],
      [
        levelTexts.codes,
        "some class, code, status or flag differs from everything certain, wherever in the result or error it stands",
      ],
      [levelTexts.words, "only text meant for people differs (a value with a space in it)"],
      [
        levelTexts.no,
        "it is the same as something certain, or told as a success, or the call never settles",
      ],
    ],
  ],
  [
    "The other columns",
    [
      [
        "key",
        "the idempotency key where the caller gives none that it need not give; `the caller's`: it has to",
      ],
      [
        "called again",
        "a reset, and then the same call once more: how many refunds that is to a provider that honours keys for ever; " +
          "`with`: the same with a key given to the option named",
      ],
      ["told?", "the worst of the cells; `yes` only where every cell is"],
    ],
  ],
];

export const notes: readonly string[] = [
  "Fields are compared three levels deep. One that differs between two runs of the same certain scenario (a date, a random id) tells nothing.",
  `Where nothing comes within ${patienceMs / 1000} s by the SDK's own limit, \`hang\` is run again with its time limit set to ${shortTimeoutMs / 1000} s, if it has one.`,
  "Every process is led to the fault server, over TLS: SDKs are used with their own addresses and reach nobody.",
];
