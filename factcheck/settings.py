"""All settings in one frozen object, built once at the entry: defaults < TOML file < ``FACTCHECK_*`` < options.

No stage reads the environment: what a stage needs of this is handed to it. All state lives in ``data_dir``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from factcheck.errors import SettingsError


class Settings(BaseSettings):
    """What an operator or user can set; every field is documented in ``docs/settings.md``."""

    model_config = SettingsConfigDict(env_prefix="FACTCHECK_", frozen=True, extra="forbid")

    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("factcheck")),
        description="The one folder that holds all state: archive, gallery, caches.",
    )
    evaluation_data_dir: Path | None = Field(default=None, description="Where `evaluate` finds its data sets.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="Least severe log line written to stderr."
    )
    ocr_engine: Literal["rapidocr", "paddleocr", "tesserocr"] = Field(
        default="rapidocr", description="Which engine reads pictures."
    )
    paddle_model_dir: Path | None = Field(
        default=None, description="Folder with `det/`, `rec/`, `cls/` models for the paddleocr engine."
    )
    ner_engine: Literal["spacy", "stanza"] = Field(default="spacy", description="Which engine finds names in text.")
    stanza_model_dir: Path | None = Field(default=None, description="Folder with stanza's models.")
    spelling_engine: Literal["pyspellchecker", "pyenchant"] = Field(
        default="pyspellchecker", description="Which dictionary drops misspelled words from queries."
    )
    max_image_bytes: int = Field(default=20_000_000, gt=0, description="Largest picture file, in bytes.")
    max_image_pixels: int = Field(default=50_000_000, gt=0, description="Largest picture, in pixels.")
    max_image_side: int = Field(default=20_000, gt=0, description="Longest side of a picture, in pixels.")
    max_image_frames: int = Field(default=2_000, gt=0, description="Most frames of an animated picture.")
    contact: str = Field(
        default="", description="Address or e-mail put in the User-Agent, so that sites can reach the operator."
    )
    searxng_url: str = Field(
        default="",
        description="Address of a SearXNG of yours to search with; it must allow JSON. It may be on your own network.",
    )
    google_factcheck_key: SecretStr = Field(
        default=SecretStr(""), description="API key for Google Fact Check Tools; without one it is not asked."
    )
    gdelt: bool = Field(default=False, description="Search GDELT's news too; slow: one question in five seconds.")
    base_rate: float = Field(
        default=0.3, gt=0, lt=1, description="Share of fakes to assume among quotes like those checked."
    )

    @field_validator("searxng_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", value):
            raise ValueError("must be an address such as http://localhost:8888")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options first, then the environment, then ``factcheck.toml`` in the user's configuration folder."""
        del dotenv_settings, file_secret_settings
        toml = Path(platformdirs.user_config_dir("factcheck")) / "factcheck.toml"
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=toml))


def load(**options: object) -> Settings:
    """Build the settings once; a bad value is one clear line.

    Raises:
        SettingsError: naming the setting and what is wrong with it.
    """
    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"setting {name}: {first['msg'].removeprefix('Value error, ')}") from error
