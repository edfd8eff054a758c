// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, minorUnits, twoDecimals } from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = { money: { minor: minorUnits }, currencies: twoDecimals };
