/** From the vocabulary of the query and the refund to what an answer proves. The document has passed every check. */
import type { EvidenceTable } from "../core-types.ts";
import { elementAt } from "./answer-places.ts";
import type { CheckedDocument } from "./checked.ts";
import { conditionOf } from "./condition.ts";
import type { OpenApi, RawQuery, RawRefund } from "./document.ts";
import { lookUpAnswer, type Operation } from "./operations.ts";
import { sameKeyTable } from "./same-key.ts";
import { echoesOf, moneyOf } from "./tables.ts";
import { wireFormOf } from "./wire-form.ts";

type RefundedTable = NonNullable<EvidenceTable["refunded"]>;

/** Undefined where no answer proves anything. */
export function evidenceOf({ root, refund, query }: CheckedDocument): EvidenceTable | undefined {
  const { idempotency } = refund.vocabulary as RawRefund;
  const sameKey = idempotency && sameKeyTable(idempotency);
  const asked = query && ofQuery(root, query, refund.vocabulary.send);
  if (!asked && !sameKey) return undefined;
  return { ...(asked ?? { echo: [], rules: [] }), ...(sameKey && { sameKey }) };
}

function ofQuery(
  root: OpenApi,
  query: Operation,
  refunds: RawRefund["send"],
): EvidenceTable | undefined {
  const { send, about, find, echo = {}, refunded, evidence } = query.vocabulary as RawQuery;
  if (!evidence) return undefined;
  const inAnswer = (pointer: string) => `${elementAt(find)}${pointer}`;
  const asks = Object.keys(send).filter((source) => /^(payment\.|refund\.|key$)/.test(source));
  // A list is asked for by what it takes, which need not be everything that a refund says of its payment.
  const takesLess = identifiersIn(refunds).some((source) => !(source in send));
  return {
    ...((about || (find && takesLess)) && { asks }),
    ...(find && {
      find: {
        in: find.in,
        where: find.where,
        ...(find.complete && { complete: find.complete }),
      },
    }),
    echo: echoesOf(root, query, echo, inAnswer),
    ...(refunded && { refunded: refundedTable(root, query, refunded, inAnswer) }),
    rules: evidence.map(({ when, proves, reason, after }) => ({
      when: conditionOf(when),
      proves,
      ...(reason && { reason }),
      ...(after !== undefined && { after }),
    })),
  };
}

export const identifiersIn = (send: RawRefund["send"]): string[] =>
  Object.keys(send).filter((source) => source.startsWith("payment."));

function refundedTable(
  root: OpenApi,
  query: Operation,
  { at, less, all, currency, cumulative }: NonNullable<RawQuery["refunded"]>,
  inAnswer: (pointer: string) => string,
): RefundedTable {
  const money = moneyOf(lookUpAnswer(root, query, inAnswer(at)).fields);
  if (!money) throw new Error(`${at}: an amount without x-money got past the checks`);
  const form =
    currency === undefined
      ? undefined
      : wireFormOf(lookUpAnswer(root, query, inAnswer(currency)).fields);
  return {
    at,
    ...(less !== undefined && { less }),
    ...(all !== undefined && { all }),
    ...(currency !== undefined && { currency }),
    ...(form && { form }),
    money,
    ...(cumulative && { cumulative }),
  };
}
