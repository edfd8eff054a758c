// Generated from specs/wechatpay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  byPublicKey,
  decryptAesGcm,
  type NotificationTable,
  notificationReader,
} from "@refunds/core/notifications";

const table: NotificationTable = {
  verify: {
    algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
    key: "credentials.platformKey",
    bits: 2048,
    over: ["header.Wechatpay-Timestamp", "header.Wechatpay-Nonce", "body"],
    join: "\n",
    end: "\n",
    encoding: "base64",
    from: "header.Wechatpay-Signature",
    within: { at: "header.Wechatpay-Timestamp", seconds: 300, format: "unix-seconds" },
    keyId: { at: "header.Wechatpay-Serial", is: "credentials.platformSerial" },
  },
  encrypted: {
    key: "credentials.apiV3Key",
    at: "/resource/ciphertext",
    nonce: "/resource/nonce",
    additional: "/resource/associated_data",
  },
  media: "json",
  delivery: "/id",
  about: {
    key: "/resource/ciphertext/out_refund_no",
    "refund.id": "/resource/ciphertext/refund_id",
    "payment.transactionId": "/resource/ciphertext/transaction_id",
    "payment.outTradeNo": "/resource/ciphertext/out_trade_no",
  },
  rules: [
    {
      when: { "/event_type": "REFUND.SUCCESS", "/resource/ciphertext/refund_status": "SUCCESS" },
      proves: "succeeded",
      confirm: true,
    },
    {
      when: { "/event_type": "REFUND.CLOSED", "/resource/ciphertext/refund_status": "CLOSED" },
      proves: "declined",
      reason: "unspecified",
      confirm: true,
    },
    {
      when: { "/event_type": "REFUND.ABNORMAL", "/resource/ciphertext/refund_status": "ABNORMAL" },
      proves: "pending",
      confirm: true,
    },
  ],
  answer: { status: 204 },
};

/** Verifies and reads the notifications of WeChat Pay. */
export const notifications = notificationReader(table, byPublicKey(), { decrypt: decryptAesGcm });
