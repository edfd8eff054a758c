// Generated from specs/cashfree.yaml by `npm run generate`. Do not edit: edit the spec.
import { anyCurrency, type Features, majorUnits, readRichly } from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: majorUnits },
  currencies: anyCurrency,
  read: readRichly,
};
