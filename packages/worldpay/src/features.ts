// Generated from specs/worldpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { basicCredentials, type Features, minorUnits, readRichly } from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  basic: basicCredentials,
  read: readRichly,
};
