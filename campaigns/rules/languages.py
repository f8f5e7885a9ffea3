"""R18: in which language somebody is written to, and what they are called in a message. Source: docs/method.md."""

from typing import Final

from accounts.rules.words import Worded


class CalledBy(Worded):
    """What a message calls them; nothing chosen, the first name among those who know each other."""

    FIRST = "first", "First name"
    FULL = "full", "Title and family name, or the full name"


ENGLISH: Final = ""
"""What stands where no other language was chosen: the messages that come along are in English."""

LANGUAGES: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh-hans": "Chinese, simplified",
    "zh-hant": "Chinese, traditional",
}  # fmt: skip

CHOICES: Final = [(ENGLISH, "English"), *sorted(LANGUAGES.items(), key=lambda pair: pair[1])]


def name_of_language(code: str) -> str:
    return LANGUAGES.get(code, "English")
