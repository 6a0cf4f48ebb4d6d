/** Names and numbers of PKCS#11 2.40 (OASIS), as far as they are used here. */

/** The functions of a module in the order in which its table holds them, up to the last one that is called here. */
export const functionOrder = [
  ...['Initialize', 'Finalize', 'GetInfo', 'GetFunctionList', 'GetSlotList', 'GetSlotInfo', 'GetTokenInfo'],
  ...['GetMechanismList', 'GetMechanismInfo', 'InitToken', 'InitPIN', 'SetPIN', 'OpenSession', 'CloseSession'],
  ...['CloseAllSessions', 'GetSessionInfo', 'GetOperationState', 'SetOperationState', 'Login', 'Logout'],
  ...['CreateObject', 'CopyObject', 'DestroyObject', 'GetObjectSize', 'GetAttributeValue', 'SetAttributeValue'],
  ...['FindObjectsInit', 'FindObjects', 'FindObjectsFinal', 'EncryptInit', 'Encrypt', 'EncryptUpdate'],
  ...['EncryptFinal', 'DecryptInit', 'Decrypt', 'DecryptUpdate', 'DecryptFinal', 'DigestInit', 'Digest'],
  ...['DigestUpdate', 'DigestKey', 'DigestFinal', 'SignInit', 'Sign', 'SignUpdate', 'SignFinal'],
  ...['SignRecoverInit', 'SignRecover', 'VerifyInit', 'Verify', 'VerifyUpdate', 'VerifyFinal'],
  ...['VerifyRecoverInit', 'VerifyRecover', 'DigestEncryptUpdate', 'DecryptDigestUpdate'],
  ...['SignEncryptUpdate', 'DecryptVerifyUpdate', 'GenerateKey'],
] as const;

export const attributes = {
  class: 0x00,
  token: 0x01,
  private: 0x02,
  label: 0x03,
  keyType: 0x100,
  sensitive: 0x103,
  encrypt: 0x104,
  decrypt: 0x105,
  wrap: 0x106,
  unwrap: 0x107,
  sign: 0x108,
  verify: 0x10a,
  valueLength: 0x161,
  extractable: 0x162,
} as const;

export const objects = { secretKey: 0x04, aes: 0x1f } as const;
export const mechanisms = { aesKeyGen: 0x1080, aesGcm: 0x1087 } as const;
/** Serial sessions that may write; locks of the operating system, since calls come from several threads. */
export const flags = { serial: 0x04, readWrite: 0x02, osLocking: 0x02 } as const;
export const user = 1;

export const answers = {
  ok: 0x00,
  generalError: 0x05,
  deviceError: 0x30,
  deviceRemoved: 0x32,
  encryptedDataInvalid: 0x40,
  encryptedDataLength: 0x41,
  keyHandleInvalid: 0x60,
  objectHandleInvalid: 0x82,
  operationActive: 0x90,
  pinIncorrect: 0xa0,
  pinLocked: 0xa4,
  sessionClosed: 0xb0,
  sessionHandleInvalid: 0xb3,
  tokenNotPresent: 0xe0,
  tokenNotRecognized: 0xe1,
  userAlreadyLoggedIn: 0x100,
  userNotLoggedIn: 0x101,
  alreadyInitialized: 0x191,
} as const;
