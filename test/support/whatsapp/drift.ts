/**
 * How WhatsApp Web changed in 2026 under whatsapp-web.js 1.34.7.
 *
 * - `newsletter-collection-renamed` (January): listing channels throws, sends resolve with nothing and are dropped.
 * - `ready-never-fires` (January): linked and connected, but the page is in sync before anybody listens for it.
 * - `sync-never-ends`: linked and connected, but the page never says that it is in sync.
 * - `av-params-removed` (July, wwebjs 201823): pictures throw, after their row was stored locally.
 * - `serialized-renamed` (July, wwebjs 201848): message keys have `$1` instead of `_serialized`.
 * - `wid-serialized-renamed` (July, wwebjs 201837): the same for the ids of chats.
 * - `chat-find-throws` (August, waha 2236): removing a post throws.
 * - `media-own-x-id` (September, wwebjs 201922): pictures throw before anything is stored.
 * - `service-worker`: the page leaves one in the profile, which loads the page itself from then on.
 * - `missing:<module>` and `missing:<module>.<member>`: gone altogether.
 */
export type DriftName =
  | 'newsletter-collection-renamed'
  | 'ready-never-fires'
  | 'sync-never-ends'
  | 'av-params-removed'
  | 'serialized-renamed'
  | 'wid-serialized-renamed'
  | 'chat-find-throws'
  | 'media-own-x-id'
  | 'service-worker'
  | `missing:${string}`;
