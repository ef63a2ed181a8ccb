/** Bytes that the largest QR code holds at the least correction (ISO/IEC 18004, version 40-L). Apart from what draws one. */
export const QR_LIMIT = 2953;
