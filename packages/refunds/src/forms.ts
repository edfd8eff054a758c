/** `refunds/forms`: what forms and tools need to know of a provider at run time. Nothing else imports it. */
export {
  type AmountCapability,
  type Capabilities,
  capabilities,
} from "./forms/capabilities.ts";
export type { FormField } from "./forms/fields.ts";
export {
  type RefundSchema,
  refundSchema,
  type SchemaIssue,
  type SchemaResult,
} from "./forms/refund-schema.ts";
