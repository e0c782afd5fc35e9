"""Lines of a page that are no part of its report: share counters, menus, cookie notices, forms, teasers.

The rules speak of what such lines say and how they stand, in general; none is made for one site.
"""

import re

SOCIAL = r"facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|e-?mail|print|copy link|tumblr|viber|messenger|bluesky|threads|flipboard|sms|mastodon|line|vk"
MENU = (
    r"home|news|world|politics|business|economy|sports?|opinions?|culture|video|videos|live|live tv|tv|radio|podcasts?|photos?|more|menu|search|"
    r"close|open|login|log in|sign in|sign up|sign out|register|subscribe|subscriptions?|my account|account|about|about us|contact|contact us|"
    r"advertise|careers|help|faq|privacy|privacy policy|terms|terms of (?:use|service)|cookie (?:policy|settings|preferences)|sitemap|rss|"
    r"newsletters?|latest|latest news|top stories|breaking news|weather|e-?paper|magazine|donate|back to top|skip to (?:main )?content|"
    r"skip to navigation|next|previous|older posts|newer posts|read more|show more|load more|view all|see all|toggle navigation|follow us|"
    r"edition|sections|accessibility|archive|comments?|share|save|listen|reply|like|gift(?: this article)?"
)


def line_rule(*alternatives: str) -> re.Pattern[str]:
    """A pattern for a whole line, without regard to case."""
    return re.compile("|".join(f"(?:{a})" for a in alternatives), re.IGNORECASE)


WHOLE_LINE = line_rule(
    r"[\d.,]+\s?[km]?",
    r"[\d.,]+\s?[km]?\s+(?:shares?|comments?|views?|reads?|likes?|reactions?|replies|votes?)",
    r"(?:shares?|comments?|views?|reads?|likes?)\s*:?\s*[\d.,]+\s?[km]?",
    rf"(?:{SOCIAL}|tweet|share|post|pin|send|link copied!?)(?:[\s,|/•·]+(?:{SOCIAL}|tweet|share|post|pin|send|copy link))*",
    rf"(?:share|click to share|tweet|post|send|pin)\b.{{0,30}}\b(?:on|via|by|to|with)\s+(?:{SOCIAL})\b.{{0,40}}",
    r"share (?:this|with|on)\b.{0,40}|share\s*:|spread the word:?|like this:?|like loading\W*",
    rf"(?:{MENU})(?:\s*[|/>»›•·]\s*(?:{MENU}|[\w' &-]{{2,25}}))*",
    r"(?:you are here|home)\s*[:>»›].{0,120}",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted|paid post|story continues below.{0,30}|article continues (?:below|after).{0,30}|"
    r"continue reading.{0,60}|scroll (?:down )?(?:to|for).{0,40}|ad)\W*",
    r"(?:related|read|read more|read also|also read|see also|watch|watch also|more|don't miss|recommended|related (?:story|article|news))\s*[:|]\s?.{0,160}",
    r"\d{1,2}\s*(?:-\s*)?min(?:ute)?s?\.?\s+read(?:ing time)?|reading time\s*:?.{0,30}|estimated reading time.{0,30}|\d+ (?:minutes?|hours?|days?) ago",
    r"(?:©|\(c\)|copyright)\s.{0,160}|.{0,80}\ball rights reserved\b.{0,80}",
    r"(?:photo|image|picture|photograph|video)(?: credit| by| courtesy(?: of)?)?\s*[:/]\s?.{0,60}|\(?photo by .{0,80}",
    r"your e-?mail address will not be published.{0,60}|required fields are marked.{0,10}|save my name, e-?mail.{0,100}",
    r"(?:name|e-?mail|website|comment)\s?\*?|post comment|submit comment|notify me of.{0,60}|cancel reply",
    r"tags?\s*:.{0,200}|filed under\s*:?.{0,120}|topics?\s*:.{0,120}|categor(?:y|ies)\s*:.{0,120}|posted in .{0,80}",
    r"follow (?:us|\w+ ?\w*) on\b.{0,80}|join (?:us|our \w+) on\b.{0,80}|download (?:the|our)\b.{0,60}\bapp\b.{0,40}",
    r"(?:this article (?:was|is) )?(?:originally )?(?:appeared|published) (?:first )?on .{0,60}|the post .{0,200} appeared first on .{0,80}",
    r"(?:click|tap|subscribe|sign up|log in|register)\b.{0,40}\b(?:here|now|today|to continue(?: reading)?|for (?:free|full access))\b.{0,60}",
    r"(?:leave|add|post) a (?:reply|comment).{0,30}|join the (?:conversation|discussion)|view comments.{0,20}|no comments(?: yet)?|comments are closed",
)
COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
CONSENT = re.compile(
    r"\b(?:we|our|this (?:web)?site|partners)\b.{0,80}\b(?:use|uses|using|store|set)\b|\baccept\b|\bconsent\b|\bprivacy policy\b|\bpreferences\b",
    re.IGNORECASE,
)
NEWSLETTER = re.compile(
    r"\b(?:sign up|subscribe|get|receive|join)\b.{0,80}\b(?:newsletter|inbox|daily briefing|e-?mail alerts|mailing list|push notifications)\b"
    r"|\b(?:newsletter|our \w+ briefing)\b.{0,60}\b(?:sign up|subscribe|delivered|inbox)\b",
    re.IGNORECASE,
)
ENDS = line_rule(
    r"(?:leave|add|post|write) a (?:reply|comment).{0,40}",
    r"(?:\d+ )?(?:comments|responses|replies)(?: \(\d+\))?(?: on .{0,120})?",
    r"(?:related|similar|recommended|other|more) (?:articles|stories|posts|news|content|coverage|topics|reading)\W*",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|read next|up next|more (?:from|in|on) [\w' ]{2,40}|also in [\w' ]{2,40}|"
    r"most (?:read|popular|viewed|shared)|trending(?: now)?|editors?['’]? (?:picks?|choice)|latest (?:news|stories|headlines)|what to read next|around the web|"
    r"about the authors?|from the web|top stories|sponsored stories|join the conversation)\W*",
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
LONG_WORDS = 45


def is_furniture(line: str) -> bool:
    """Whether a line is no part of a report, judged by itself. Long lines are furniture only as cookie or newsletter notices."""
    line = line.strip(" \t*•·—–|")
    words = len(line.split())
    if not re.search(r"\w", line):
        return True
    if words <= LONG_WORDS and (
        (COOKIES.search(line) and CONSENT.search(line))
        or (NEWSLETTER.search(line) and words <= 30 and not line.startswith(("“", '"')))
    ):
        return True
    return words <= 30 and WHOLE_LINE.fullmatch(line) is not None


def ends_report(line: str) -> bool:
    """Whether a line opens what stands below a report: a comment form, lists of other reports."""
    return ENDS.fullmatch(line.strip(" \t*•·—–|#:")) is not None


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more of running text."""
    return len(line.split()) >= 12 and SENTENCE_END.search(line.rstrip()) is not None


def without_furniture(lines: list[str]) -> list[str]:
    """The lines of the report among `lines` (blank ones kept).

    From a line that ends the report on, everything goes, unless most of the running text stands below it: then only that line goes.
    """
    prose = sum(is_prose(line) for line in lines)
    kept: list[str] = []
    above = 0
    for line in lines:
        if ends_report(line) and prose and above * 2 >= prose:
            break
        if not line.strip() or not (is_furniture(line) or ends_report(line)):
            kept.append(line)
            above += is_prose(line)
    return kept
