// What is the SHA-256 of a picture as it leaves the camera, hashed before anything else touches it?

/** Hex. WebCrypto where the page is secure; over plain HTTP in the office network browsers hide it. */
export async function hashPhoto(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = globalThis.crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
