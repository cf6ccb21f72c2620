/** Scripts that complete a command line in the four shells. Each holds all it needs: no shell starts the program for it. */

export interface CompletedOption {
  readonly names: readonly string[];
  readonly says: string;
  readonly takesValue: boolean;
  /** What the value may be; empty where files are offered. */
  readonly values: readonly string[];
}

/** What may follow what was typed so far. `words`: what an argument may be. */
export interface Branch {
  readonly at: string;
  readonly commands: readonly { readonly name: string; readonly says: string }[];
  readonly words: readonly string[];
  readonly options: readonly CompletedOption[];
}

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

export const SCRIPTS: Readonly<Record<Shell, (branches: readonly Branch[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** Lines of a `case` shared by bash and zsh: where one stands, and what may follow there. */
function placeCases(branches: readonly Branch[]): string {
  const places = branches.filter(({ at }) => at !== '').map(({ at }) => `'${at}'`);
  return `      ${places.join('|')}) at="$next" ;;`;
}

function branchCases(branches: readonly Branch[]): string {
  return branches
    .map(({ at, commands, words, options }) => {
      const follow = [...commands.map(({ name }) => name), ...words].join(' ');
      const flags = options.flatMap(({ names }) => names).join(' ');
      return `    '${at}') words='${follow}'; flags='${flags}' ;;`;
    })
    .join('\n');
}

/** `check:--lang) values='zh-CN en'`; a value that is a file has none, and must not be taken for a command. */
function valueCases(branches: readonly Branch[]): string {
  return branches
    .flatMap(({ at, options }) =>
      options
        .filter(({ takesValue }) => takesValue)
        .map(({ names, values }) => {
          const places = names.map((name) => `'${at}:${name}'`).join('|');
          return `    ${places}) isValue=1; values='${values.join(' ')}' ;;`;
        }),
    )
    .join('\n');
}

/** `COMP_WORDBREAKS` cuts at `=`, so that `--lang=en` comes as three words. Works with bash 3.2, as on macOS. */
function bashScript(branches: readonly Branch[]): string {
  return `# bash: source <(jianfu completion bash)
_jianfu() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local at='' next word index words='' flags='' values='' isValue=''
  if [ "$current" = '=' ]; then current=''; elif [ "$previous" = '=' ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    next="\${at:+$at }$word"
    case "$next" in
${placeCases(branches)}
    esac
  done
  case "$at" in
${branchCases(branches)}
  esac
  case "$at:$previous" in
${valueCases(branches)}
  esac
  COMPREPLY=()
  if [ -n "$isValue" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
  elif [ "\${current:0:1}" = '-' ]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o default -F _jianfu jianfu
`;
}

function zshScript(branches: readonly Branch[]): string {
  return `#compdef jianfu
# zsh: source <(jianfu completion zsh)
_jianfu() {
  local current="\${words[CURRENT]}" previous="\${words[CURRENT-1]}"
  local at='' next word follow flags values isValue
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${at:+$at }$word"
    case "$next" in
${placeCases(branches)}
    esac
  done
  case "$at" in
${branchCases(branches).replaceAll(" words='", " follow='")}
  esac
  case "$at:$previous" in
${valueCases(branches)}
  esac
  if [[ -n "$isValue" ]]; then
    if [[ -n "$values" ]]; then compadd -- \${=values}; else _files; fi
  elif [[ "$current" == -* ]]; then
    compadd -- \${=flags}
  elif [[ -n "$follow" ]]; then
    compadd -- \${=follow}
  else
    _files
  fi
}
if (( $+functions[compdef] )); then compdef _jianfu jianfu; fi
`;
}

function fishScript(branches: readonly Branch[]): string {
  const quoted = (text: string) =>
    `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(/\s+/g, ' ')}'`;
  const places = branches.filter(({ at }) => at !== '').map(({ at }) => quoted(at));
  const lines = branches.flatMap(({ at, commands, words, options }) => {
    const here = `complete -c jianfu -n "__jianfu_at ${quoted(at)}"`;
    const follow = [
      ...commands.map(({ name, says }) => `${here} -f -a ${quoted(name)} -d ${quoted(says)}`),
      ...(words.length === 0 ? [] : [`${here} -f -a ${quoted(words.join(' '))}`]),
    ];
    const flags = options.map(({ names, says, takesValue, values }) => {
      const spelt = names.map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      const value = takesValue ? (values.length === 0 ? ' -r' : ` -x -a ${quoted(values.join(' '))}`) : '';
      return `${here} ${spelt.join(' ')}${value}${says === '' ? '' : ` -d ${quoted(says)}`}`;
    });
    return [...follow, ...flags];
  });
  return `# fish: jianfu completion fish | source
function __jianfu_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim "$at $word")
    if contains -- "$next" ${places.join(' ')}
      set at $next
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function powershellScript(branches: readonly Branch[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''").replace(/\s+/g, ' ')}'`;
  const list = (texts: readonly string[]) => `@(${texts.map(quoted).join(', ')})`;
  const entries = branches.map(({ at, commands, words, options }) => {
    const values = options
      .filter(({ takesValue }) => takesValue)
      .flatMap(({ names, values }) => names.map((name) => `${quoted(name)} = ${list(values)}`));
    const follow = [...commands.map(({ name }) => name), ...words];
    const flags = options.flatMap(({ names }) => names);
    return `  ${quoted(at)} = @{ Words = ${list(follow)}; Flags = ${list(flags)}; Values = @{ ${values.join('; ')} } }`;
  });
  return `# PowerShell: jianfu completion powershell | Out-String | Invoke-Expression
$__jianfu = @{
${entries.join('\n')}
}
Register-ArgumentCompleter -Native -CommandName jianfu -ScriptBlock {
  param($current, $line, $position)
  $typed = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $at = ''
  foreach ($word in $typed) {
    $next = "$at $word".Trim()
    if ($__jianfu.ContainsKey($next)) { $at = $next }
  }
  $branch = $__jianfu[$at]
  $previous = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $offered = if ($branch.Values.ContainsKey($previous)) { $branch.Values[$previous] }
    elseif ($current.StartsWith('-')) { $branch.Flags }
    else { $branch.Words }
  $offered | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
