/** For generated provider packages that read notifications. They load it when the first one arrives. */

export { type Decrypt, decryptAesGcm } from "./notification/decrypt.ts";
export { eventsOf } from "./notification/event.ts";
export { readForm } from "./notification/form.ts";
export {
  type NotificationContext,
  type NotificationReader,
  notificationReader,
} from "./notification/read.ts";
export type { NotificationTable } from "./notification-table.ts";
export { secretKey } from "./signature/keys.ts";
export { byPublicKey, bySameSignature, type Match } from "./signature/verify.ts";
