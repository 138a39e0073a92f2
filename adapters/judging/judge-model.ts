import type { ChatModel } from '../../knowledge/writing/chat-model.ts';
import { ChatFailure, connectChat } from '../chat-model/chat-endpoint.ts';
import type { ChatConfig } from '../config.ts';

/** What to set where a judge is asked for and no model is there. */
export const JUDGE_NEEDS_MODEL =
  '--judge needs a model: set CHAT_MODEL to its name, OPENAI_BASE_URL to its endpoint (https://api.openai.com/v1 unless set) and OPENAI_API_KEY where that asks for one. See "Settings" in the README.';

/**
 * The model of the settings as a judge of an evaluation: no budget, and a failure costs one verdict alone.
 * @param onFailure told why a verdict is missing, without any words of the question
 */
export function connectJudge(chat: ChatConfig, onFailure: (failure: ChatFailure) => void): ChatModel {
  const endpoint = connectChat(chat);
  return {
    name: chat.model,
    async complete(request) {
      try {
        return (await endpoint.ask(request)).output;
      } catch (error) {
        if (!(error instanceof ChatFailure)) throw error;
        onFailure(error);
        return null;
      }
    },
  };
}
