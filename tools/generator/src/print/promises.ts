/** What a README says of a client's promises, and of what takes a journal. */
import type { Provider } from "../model.ts";
import { featuresOf } from "./features.ts";
import { list, paragraph } from "./text.ts";

export const runtimes =
  "It runs on Node 22.13 or newer, Bun, Deno and Cloudflare Workers: it uses `fetch` and WebCrypto only. It is an ES module with its own types.";

export const promises = (provider: Provider): string[] => [
  "## What one client promises, and what it does not",
  list(points(provider)),
  "## One key, one refund",
  paragraph(
    "When a retry, a second process or a restart must not refund twice, use [`refunds`](https://www.npmjs.com/package/refunds) with a journal, [`@refunds/journal`](https://www.npmjs.com/package/@refunds/journal):",
  ),
];

function points(provider: Provider): string[] {
  const { title, name, key, query } = provider;
  const repeats = featuresOf(provider).some((feature) => feature.name === "repeats");
  return [
    `**One call refunds at most once.** It sends a request again only when it provably never reached ${title}${repeats ? `, or when ${title} documents that its answer means nothing was done` : ""}. It never retries what may have arrived.`,
    "**It does not guess.** `succeeded` means that the provider confirmed the refund and that its answer matches the request. A late, cut, redirected or undocumented answer is `unknown`.",
    "**It throws only before it sends:** a `RefundError` (see `isRefundError`) that names each wrong field.",
    `**It does not remember.** ${key ? `It hands your \`key\` to ${title} and keeps no record of its own` : "It keeps no key"}: call \`refund()\` twice, and ${title} gets two requests to refund. After a crash, it does not know what was sent.`,
    ...(query
      ? [
          `**It can ask.** \`client.query({ payment })\` reads the payment at ${title}. It moves no money, so you can always repeat it.`,
        ]
      : [
          `**It cannot ask.** ${title} documents no query, so you settle an \`unknown\` refund there.`,
        ]),
    `**There is a raw API, too.** \`${name}FetchClient(options)\` of \`@refunds/${name}/fetch\` is an [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client of ${title}'s own API: it authenticates and signs, sends once, and interprets nothing. A call throws a \`SendError\` where no readable answer came; its \`status\` says whether the request can have left.`,
  ];
}

export const keyPromise =
  "The journal is written before the request leaves. The same key again gives the recorded outcome and sends nothing; only a refund that provably never arrived is sent again. SQLite is for one machine, Postgres for several. Without a `journal`, keys are kept in memory and forgotten when the process ends.";
