import type { SentNotification } from "../notifications/notifier.ts";
import type { SandboxRefund, SandboxRequest } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Html, html } from "./html.ts";
import { moneyText } from "./money-text.ts";
import { table } from "./table.ts";

/** Shows only the newest, so that the page stays small. */
const mostShown = 50;

/** The refunds made, the notifications sent and the requests received, newest first. */
export function renderActivity({ requests, refunds, notifications, providers }: Sandbox): Html {
  if (requests.length === 0) {
    return html`<p>No request yet. Run one of the commands below to see it here.</p>`;
  }
  const titleOf = (name: string) =>
    providers.find(({ provider }) => provider === name)?.title ?? name;
  return html`${
    refunds.length === 0
      ? html`<p>No refund yet.</p>`
      : table(
          `Refunds that moved money${latest(refunds)}`,
          [
            { title: "Provider" },
            { title: "Refund" },
            { title: "Payment" },
            { title: "Amount", sum: true },
            { title: "Status", wide: true },
          ],
          newest(refunds).map(([refund]) => refundRow(refund, titleOf)),
        )
  }
${
  notifications.length === 0
    ? ""
    : table(
        `Notifications${latest(notifications)}`,
        [
          { title: "Provider" },
          { title: "Refund" },
          { title: "Says" },
          { title: "Fault" },
          { title: "Answers", wide: true },
        ],
        newest(notifications).map(([notification]) => notificationRow(notification, titleOf)),
      )
}
${table(
  `Requests received${latest(requests)}`,
  [
    { title: "No." },
    { title: "Provider" },
    { title: "Operation" },

    { title: "Answer" },
    { title: "Fault" },
    { title: "Judged", wide: true },
  ],
  newest(requests).map(([request, at]) => requestRow(request, at, titleOf)),
)}`;
}

type TitleOf = (provider: string) => string;

const refundRow = (
  { provider, number, payment, amount, status }: SandboxRefund,
  titleOf: TitleOf,
) => [
  titleOf(provider),
  `${number}`,
  html`${Object.entries(payment).map(([name, id]) => html`<span class="id">${name} <code>${id}</code></span> `)}`,
  moneyText(amount.value, amount.currency),
  status === "pending"
    ? html`${status} ${ends.map((as) => endButton(provider, number, as))}`
    : status,
];

const ends = ["succeeded", "failed"] as const;

/** Ends a pending refund. */
const endButton = (provider: string, refund: number, as: (typeof ends)[number]): Html =>
  html` <button type="button" class="small scripted" id="finish-${provider}-${refund}-${as}" data-finish="${JSON.stringify({ provider, refund, as })}">Finish: ${as}</button>`;

const notificationRow = (
  { provider, refund, status, fault, answers }: SentNotification,
  titleOf: TitleOf,
) => [
  titleOf(provider),
  `${refund}`,
  status,
  fault === undefined ? "" : html`<code>${fault}</code>`,
  answers.map((answer) => (answer === 0 ? "no answer" : `HTTP ${answer}`)).join(", ") ||
    "not delivered",
];

const requestRow = (request: SandboxRequest, at: number, titleOf: TitleOf) => [
  `${at + 1}`,
  titleOf(request.provider),
  request.operation,
  request.status === undefined ? "no answer" : `HTTP ${request.status}`,
  request.fault === undefined ? "" : html`<code>${request.fault}</code>`,
  html`<span class="${request.moved ? "moved" : "unmoved"}">${request.situation}</span>${
    request.because === undefined ? "" : html` <small>${request.because}</small>`
  }<details id="request-${at + 1}"><summary>Request ${at + 1}</summary><pre>${requestText(request)}</pre></details>`,
];

const requestText = ({ method, url, headers, body }: SandboxRequest): string =>
  [
    `${method} ${new URL(url).pathname}${new URL(url).search}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === "" ? [] : ["", body]),
  ].join("\n");

/** The newest items first, each with its index. */
const newest = <Item>(items: readonly Item[]): readonly (readonly [Item, number])[] =>
  items
    .map((item, at) => [item, at] as const)
    .slice(-mostShown)
    .reverse();

const latest = ({ length }: readonly unknown[]): string =>
  length > mostShown ? `, the latest ${mostShown} of ${length}` : "";
