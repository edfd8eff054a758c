/** What a README says about a client, and what needs a journal. */
import { confirms } from "../confirms.ts";
import type { Provider } from "../model.ts";
import { featuresOf } from "./features.ts";

export const runtimes =
  "It runs on Node 22.13 or newer, Bun, Deno and Cloudflare Workers: it uses `fetch` and WebCrypto only. It is an ES module with its own types.";

export function promises(provider: Provider): string[] {
  const { title, key, query } = provider;
  const asked = [
    ...(query && query.payment.fields.length > 0 ? ["payment"] : []),
    ...(query && query.refund.length > 0 ? ["refund"] : []),
    ...(query?.key ? ["key"] : []),
  ].join(", ");
  const repeats = featuresOf(provider).some((feature) => feature.name === "repeats");
  return [
    `**One call refunds at most once.** It sends a request again only when it provably never reached ${title}${repeats ? `, or when ${title} documents that its answer means nothing was done` : ""}.`,
    `**It does not guess.** ${confirms(provider.table.refund) ? "`succeeded` means that the provider confirmed the refund and" : `${title} confirms no refund in its answer: \`pending\` means that it accepted the refund, and`} that its answer does not contradict your request. A late, cut, redirected or undocumented answer is \`unknown\`.`,
    "**It throws only before it sends:** a `RefundError` that names each wrong field.",
    `**It does not remember.** ${key ? `It passes your \`key\` to ${title} and keeps no record of its own` : "It keeps no key"}: call \`refund()\` twice, and ${title} gets two requests to refund. Where a retry, a second process or a restart must not refund twice, use [\`refunds\`](https://www.npmjs.com/package/refunds) with a journal.`,
    query
      ? `**It can ask.** \`client.query({ ${asked} })\` returns what ${title} has of the ${query.payment.fields.length > 0 ? "payment or its refunds" : "refund"}, in \`answer\`, and moves no money. What that proves about one refund, [\`refunds\`](https://www.npmjs.com/package/refunds) works out.`
      : `**It cannot ask.** ${title} documents no query, so you settle an \`unknown\` refund there.`,
    ...(provider.notification
      ? [
          `**It reads notifications.** \`client.notification(request)\` ${provider.notification.verify ? "verifies the webhook of" : "reads the webhook of"} ${title}, and says what it reports about a refund.`,
        ]
      : []),
  ];
}

export const keyPromise =
  "The journal is written before the request leaves. The same key again gives the recorded outcome and sends nothing; only a refund that provably never arrived is sent again. SQLite is for one machine, Postgres for several. Without a `journal`, keys are kept in memory and forgotten when the process ends.";
