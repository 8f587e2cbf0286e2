// SPDX-License-Identifier: MIT
// The table of commands as a completion for bash.
#include "cli/manual.h"

static void words(xc_buffer *out, const char *listed) {
    for (; *listed; listed++) {
        xc_buffer_char(out, *listed == '|' ? ' ' : *listed);
    }
}

/// `case` arms for the arguments of options: words, folders; files are bash's own default.
static void option_arms(xc_buffer *out, const cli_command *command) {
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        const option_use *use = &command->options[i];
        const option_row *row = &option_table[use->id];
        if (use->words) {
            xc_buffer_print(out, "        %s:--%s) COMPREPLY=($(compgen -W '", command->name,
                            row->name);
            words(out, use->words);
            xc_buffer_text(out, "' -- \"$word\")); return ;;\n");
        } else if (row->kind == ARGUMENT_FOLDER) {
            xc_buffer_print(
                out, "        %s:--%s) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n",
                command->name, row->name);
        }
    }
}

static void command_arm(xc_buffer *out, const cli_command *command) {
    xc_buffer_print(out, "        %s) COMPREPLY=($(compgen -W '", command->name);
    for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].id != OPTION_NONE; i++) {
        xc_buffer_print(out, "--%s ", option_table[command->options[i].id].name);
    }
    xc_buffer_text(out, "--help' -- \"$word\")) ;;\n");
}

void completion_bash(const command_list *commands, xc_buffer *out) {
    xc_buffer_text(out, "# bash completion for crossclaim\n_crossclaim() {\n"
                        "    local word=\"${COMP_WORDS[COMP_CWORD]}\"\n"
                        "    local before=\"${COMP_WORDS[COMP_CWORD-1]}\" "
                        "command=\"${COMP_WORDS[1]}\"\n    COMPREPLY=()\n"
                        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                        "        COMPREPLY=($(compgen -W '");
    for (size_t i = 0; i < commands->count; i++) {
        xc_buffer_print(out, "%s ", commands->items[i].name);
    }
    xc_buffer_text(out, "--help --version' -- \"$word\"))\n        return\n    fi\n"
                        "    case \"$command:$before\" in\n");
    for (size_t i = 0; i < commands->count; i++) {
        option_arms(out, &commands->items[i]);
    }
    xc_buffer_text(out, "    esac\n    case \"$word\" in -*) ;; *) return ;; esac\n"
                        "    case \"$command\" in\n");
    for (size_t i = 0; i < commands->count; i++) {
        command_arm(out, &commands->items[i]);
    }
    xc_buffer_text(out, "    esac\n}\ncomplete -o default -F _crossclaim crossclaim\n");
}
