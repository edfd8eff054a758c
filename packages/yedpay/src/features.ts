// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, readSettings, readWith, writeForm } from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  body: writeForm,
  options: /* @__PURE__ */ readWith(readSettings),
};
