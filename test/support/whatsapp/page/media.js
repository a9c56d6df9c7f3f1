// @ts-nocheck
const toBase64 = (bytes) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Pictures on their way to the server: prepared, decoded for real, uploaded as they came. */
export const createMedia = ({ link, connection, drifted }) => {
  const objects = new Map();

  class OpaqueData {
    constructor(blob) {
      this.blob = blob;
    }

    static async createFromData(data, type) {
      return new OpaqueData(data.slice(0, data.size, type));
    }

    url() {
      return URL.createObjectURL(this.blob);
    }

    formData() {
      return this.blob;
    }

    autorelease() {}
  }

  class MediaData {
    constructor(attributes) {
      Object.assign(this, attributes);
      if (drifted('media-own-x-id')) this.__x_id = undefined;
    }

    set(attributes) {
      Object.assign(this, attributes);
    }

    toJSON() {
      const { __x_id: _, ...attributes } = this;
      return attributes;
    }
  }

  const prepare = async ({ blob }) => {
    // What is no picture rejects here, in the browser's own words.
    const { width, height } = await createImageBitmap(blob);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const filehash = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    return new MediaData({
      ...{ type: 'image', mimetype: blob.type, size: blob.size, filehash, isGif: false, preview: '/9j/preview' },
      ...{ fullWidth: width, fullHeight: height, mediaBlob: new OpaqueData(blob), mediaStage: 'RESOLVED' },
    });
  };

  class MediaObject {
    contentInfo = {};

    consolidate(attributes) {
      Object.assign(this, attributes);
    }
  }

  const getOrCreateMediaObject = (filehash) => {
    if (!objects.has(filehash)) objects.set(filehash, new MediaObject());
    return objects.get(filehash);
  };

  const uploadUnencryptedMedia = async ({ mediaObject, calculateToken }) => {
    await connection.connected();
    const base64 = toBase64(new Uint8Array(await mediaObject.mediaBlob.blob.arrayBuffer()));
    const uploaded = await link.ask('upload', { base64 });
    if (!uploaded) return { mediaEntry: null };
    const { handle } = uploaded;
    const hash = calculateToken();
    return {
      mediaEntry: { handle, directPath: `/m1/${handle}`, mmsUrl: `https://mmg.whatsapp.net/m1/${handle}`, hash },
    };
  };

  return {
    OpaqueData,
    prepRawMedia: (opaque) => ({ waitForPrep: () => prepare(opaque) }),
    getOrCreateMediaObject,
    uploadUnencryptedMedia,
    uploadMedia: async () => {
      throw new Error('channels take unencrypted media');
    },
    randomFilehash: () => toBase64(crypto.getRandomValues(new Uint8Array(32))),
  };
};
