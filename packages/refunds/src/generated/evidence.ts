// Generated from specs/ by `npm run generate`. Do not edit: edit the spec.
import { bbmslEvidence } from "@refunds/bbmsl";
import type { EvidenceTable } from "@refunds/core/provider";
import { ottpayEvidence } from "@refunds/ottpay";
import { yedpayEvidence } from "@refunds/yedpay";

/**
 * What an answer to a provider's query proves about a refund, by the provider's name. Where one is
 * missing, nothing does.
 */
export const evidence: Readonly<Record<string, EvidenceTable>> = {
  bbmsl: bbmslEvidence,
  ottpay: ottpayEvidence,
  yedpay: yedpayEvidence,
};
