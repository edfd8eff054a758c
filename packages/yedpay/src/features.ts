// Generated from specs/yedpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, writeForm } from "@refunds/core/provider";

/** What of core this provider needs beside the basics. */
export const features: Features = { body: writeForm };
