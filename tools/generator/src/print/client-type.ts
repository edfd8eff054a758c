/** The type of one provider's client. */
import type { Provider } from "../model.ts";
import { doc, sentence } from "./text.ts";

export function printClientType(provider: Provider): string {
  const { prefix, name, query, evidence } = provider;
  return [
    doc([
      `Refunds through one account at ${provider.title}. It keeps no keys: each call is a new refund.`,
    ]),
    `export interface ${prefix}Client {\n`,
    doc(["The provider's one-word name."], "  "),
    `  readonly provider: "${name}";\n`,
    doc(["Milliseconds for a whole call, from `options`."], "  "),
    "  readonly timeoutMs: number;\n",
    doc(
      [
        "Where it sends: `live`, `test`, the origin of `baseUrl`, or `sandbox` with the `fetch` of the sandbox. A journal keeps what is sent elsewhere apart.",
      ],
      "  ",
    ),
    "  readonly sentTo: string;\n",
    doc(
      [
        "Finds out whether `refund()` would take this request. Sends nothing.",
        "@throws {RefundError} for what is wrong with the request.",
      ],
      "  ",
    ),
    `  check(request: ${prefix}RefundRequest): CheckedRequest;\n`,
    doc(
      [
        sentence(provider.refundSummary),
        `Resolves to an outcome whatever happens once something may have been sent; only \`not_sent\` may be sent again.`,
        "@throws {RefundError} for what is wrong with the request, with nothing sent.",
      ],
      "  ",
    ),
    `  refund(request: ${prefix}RefundRequest, options?: CallOptions): Promise<${prefix}Outcome>;\n`,
    query
      ? `${doc([sentence(query.summary), "Moves no money, so it may always be repeated.", "@throws {RefundError} for what is wrong with the request, with nothing sent."], "  ")}  query(request: ${prefix}QueryRequest, options?: CallOptions): Promise<${prefix}QueryOutcome>;\n`
      : "",
    evidence
      ? `${doc([`What ${provider.title}'s answer to \`query()\` proves about a refund whose outcome is not certain; what is not listed proves nothing.`], "  ")}  readonly evidence: EvidenceTable;\n`
      : "",
    notificationMethod(provider),
    "}\n",
  ].join("");
}

function notificationMethod({ title, notification, notificationSummary = "" }: Provider): string {
  if (!notification) return "";
  const proves = notification.verify
    ? "Verifies its signature first: nothing in an unverified one is believed."
    : `${title} does not sign it, so it proves nothing, and is a reason to ask.`;
  return [
    doc(
      [
        sentence(notificationSummary),
        `${proves} Takes a \`Request\`, or the raw body with the headers. Sends nothing: answer with the result's \`response\`.`,
        "@throws {RefundError} for your mistakes, such as a parsed body or an option that is missing; never for what a stranger sent.",
      ],
      "  ",
    ),
    "  notification(request: NotificationRequest): Promise<Notification>;\n",
  ].join("");
}
