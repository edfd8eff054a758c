/** The tools, each with its input as JSON Schema. */
import { type Assistant, listedStatuses } from "@refunds/cli/assistant";

type Parameters<Name extends keyof Assistant> = globalThis.Parameters<Assistant[Name]>[0];

interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: {
    readonly properties?: Record<string, object>;
    readonly required?: string[];
  };
  readonly hints: {
    readonly readOnlyHint: boolean;
    readonly openWorldHint: boolean;
    readonly idempotentHint?: true;
  };
  run(assistant: Assistant, given: never): Promise<unknown>;
}

const string = (description: string) => ({ type: "string", maxLength: 1024, description });
const names = (description: string) => ({
  type: "object",
  additionalProperties: { type: "string", maxLength: 1024 },
  maxProperties: 20,
  description,
});

const account = string("an account's name, from list_providers");
const payment = names("the payment's identifiers by name, from list_providers");

const key = string(
  "your own id of this refund, from the business record: the id of the order, return or case, a slash, and which refund of it this is: order-1042/refund-1. Ask for it if you do not have it. Never make one up: another key is another refund, and the customer is paid twice.",
);

const looks = { readOnlyHint: true, openWorldHint: false } as const;

export const tools: readonly Tool[] = [
  {
    name: "list_refunds",
    title: "List refunds",
    description: "Lists refunds in the journal, newest first, page by page.",
    input: {
      properties: {
        account,
        payment,
        status: {
          type: "array",
          items: { enum: listedStatuses },
          minItems: 1,
          description: "only with one of these",
        },
        since: string("opened at this time or later: 2026-11-27, or with a time of day"),
        until: string("opened before this time"),
        limit: { type: "integer", minimum: 1, maximum: 100, default: 20 },
        cursor: string("of the page before, with the same filters"),
      },
    },
    hints: looks,
    run: (assistant, given: Parameters<"list">) => assistant.list({ limit: 20, ...given }),
  },
  {
    name: "show_refund",
    title: "Show a refund",
    description: "Shows one refund with its history: each attempt, answer and piece of evidence.",
    input: { properties: { key: string("the refund's key") }, required: ["key"] },
    hints: looks,
    run: (assistant, { key }: { key: string }) => assistant.show(key),
  },
  {
    name: "open_refunds",
    title: "List open refunds",
    description:
      "Lists the refunds that are not final: being sent, unfinished, unknown, pending or in review.",
    input: {},
    hints: looks,
    run: (assistant) => assistant.open(),
  },
  {
    name: "query_payment",
    title: "Query a payment",
    description:
      "Asks the provider about a payment, or a refund of it, and returns its answer. Moves no money and records nothing. list_providers says what each query asks by.",
    input: {
      properties: {
        account,
        payment,
        key: string("a refund's key, for providers that are asked by it"),
        refundId: string("the provider's id of a refund, for providers that are asked by it"),
      },
      required: ["account"],
    },
    hints: { readOnlyHint: true, openWorldHint: true },
    run: (assistant, given: Parameters<"query">) => assistant.query(given),
  },
  {
    name: "list_providers",
    title: "List accounts and providers",
    description:
      "Lists the configured accounts with their providers: whether real money moves, the identifiers of a payment, and what a refund needs.",
    input: {},
    hints: looks,
    run: (assistant) => assistant.accounts(),
  },
  {
    name: "propose_refund",
    title: "Propose a refund",
    description:
      "Writes a proposal, and sends nothing. A person looks at it and approves it on the command line, or does not. The same proposal again is the same one.",
    input: {
      properties: {
        account,
        key,
        payment,
        amount: string(
          'a decimal with its currency, "10.50 EUR", or "full" for everything that remains',
        ),
        reason: string("for providers that take one"),
        extra: names("fields that only this provider has"),
      },
      required: ["account", "key", "payment", "amount"],
    },
    hints: { readOnlyHint: false, openWorldHint: false, idempotentHint: true },
    run: (assistant, given: Parameters<"propose">) => assistant.propose(given),
  },
];
