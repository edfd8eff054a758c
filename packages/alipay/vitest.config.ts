// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.

export { default } from "../../vitest.shared.ts";
