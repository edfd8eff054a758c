/** From the query's vocabulary to what its answers prove. The document has passed every check. */
import type { EvidenceTable } from "../core-types.ts";
import type { OpenApi, RawQuery } from "./document.ts";
import { lookUpAnswer, type Operation } from "./operations.ts";
import { conditionOf, echoesOf, moneyOf } from "./tables.ts";
import { wireFormOf } from "./wire-form.ts";

type RefundedTable = NonNullable<EvidenceTable["refunded"]>;

/** Undefined where no answer proves anything. */
export function evidenceOf(root: OpenApi, query: Operation): EvidenceTable | undefined {
  const { echo = {}, refunded, evidence } = query.vocabulary as RawQuery;
  if (!evidence) return undefined;
  return {
    echo: echoesOf(root, query, echo),
    ...(refunded && { refunded: refundedTable(root, query, refunded) }),
    rules: evidence.map(({ when, proves, reason, after }) => ({
      when: conditionOf(when),
      proves,
      ...(reason && { reason }),
      ...(after !== undefined && { after }),
    })),
  };
}

function refundedTable(
  root: OpenApi,
  query: Operation,
  { at, less, all, currency, cumulative }: NonNullable<RawQuery["refunded"]>,
): RefundedTable {
  const money = moneyOf(lookUpAnswer(root, query, at).fields);
  if (!money) throw new Error(`${at}: an amount without x-money got past the checks`);
  const form =
    currency === undefined ? undefined : wireFormOf(lookUpAnswer(root, query, currency).fields);
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
