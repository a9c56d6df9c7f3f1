import { type Chat, openChat, rightsIn, showChat } from './chats.ts';
import { readInteger, readText } from './params.ts';
import { badRequest } from './refusal.ts';
import { showMessage } from './stored-message.ts';
import { free, type Method, showBot, type World } from './world.ts';

export const getMe: Method = (world) =>
  free(() => ({
    ...showBot(world),
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }));

export const getChat: Method = (world, params) => {
  const chat = openChat(world.chats, readText(params, 'chat_id'), 'read');
  const pinned = chat.pinned === null ? undefined : chat.messages.get(chat.pinned);
  return free(() => ({
    ...showChat(chat),
    ...(chat.username === undefined ? {} : { active_usernames: [chat.username] }),
    ...(chat.protected ? { has_protected_content: true } : {}),
    ...(pinned ? { pinned_message: showMessage(chat, pinned) } : {}),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
    },
  }));
};

export const getChatMember: Method = (world, params) => {
  const chat = openChat(world.chats, readText(params, 'chat_id'), 'read');
  const user = readInteger(params, 'user_id');
  if (user <= 0) throw badRequest('invalid user_id specified');
  if (user === world.bot.id) return free(() => showMembership(world, chat));
  if (chat.type === 'channel' && !isAdministrator(chat)) throw badRequest('member list is inaccessible');
  const person = world.chats.get(user)?.person;
  if (!person) throw badRequest('PARTICIPANT_ID_INVALID');
  return free(() => ({ status: 'member', user: { id: user, is_bot: false, first_name: person.firstName } }));
};

/** What the bot is in the chat, as `ChatMember`. */
export const showMembership = (world: World, chat: Chat): Readonly<Record<string, unknown>> => {
  const user = showBot(world);
  const rights = rightsIn(chat);
  if (chat.bot === 'kicked') return { status: 'kicked', user, until_date: 0 };
  if (!rights.member) return { status: 'left', user };
  if (!isAdministrator(chat)) return { status: 'member', user };
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_post_messages: rights.canPost,
    can_edit_messages: rights.canEdit,
    can_delete_messages: rights.canDelete,
    can_pin_messages: rights.canEdit,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: false,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
  };
};

const isAdministrator = (chat: Chat): boolean => {
  const { member, canPost, canEdit, canDelete } = rightsIn(chat);
  return member && (canPost || canEdit || canDelete);
};
